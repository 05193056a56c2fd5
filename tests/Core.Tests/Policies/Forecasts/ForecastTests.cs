using ControlPlane.Policies.Forecasts;

namespace ControlPlane.Core.Tests.Policies.Forecasts;

/// <summary>Forecasts see what they may see and nothing else.</summary>
public sealed class ForecastTests
{
    private static readonly int[] Slots = [.. Enumerable.Range(0, 12)];

    [Fact]
    public void Persistence_keeps_the_present() => Assert.Equal([5, 5, 5], Fill(new Persistence<int>(), 6, 3));

    [Fact]
    public void The_same_hour_is_that_of_the_day_before_and_beyond_a_day_that_day_again() =>
        Assert.Equal([3, 4, 5, 6, 3, 4], Fill(new SameHour<int>(4), 7, 6));

    [Fact]
    public void Without_a_day_before_the_present_stays() => Assert.Equal([1, 1, 0, 1], Fill(new SameHour<int>(4), 2, 4));

    [Fact]
    public void Perfect_is_what_will_be() => Assert.Equal([7, 8, 9], Fill(new Perfect<int>(Slots), 7, 3));

    [Fact]
    public void Perfect_does_not_make_up_what_it_does_not_know() =>
        Assert.Contains("12 slots are known; 10 were, and 3 more are asked for", Assert.Throws<ArgumentException>(() => Fill(new Perfect<int>(Slots), 10, 3)).Message);

    [Fact]
    public void Only_perfect_depends_on_what_is_to_come()
    {
        foreach (var forecast in new IForecast<int>[] { new Persistence<int>(), new SameHour<int>(3) })
        {
            var other = Slots.Select((s, i) => i < 6 ? s : -s).ToArray();
            var (one, two) = (new int[4], new int[4]);
            forecast.Fill(Slots.AsSpan(0, 6), one);
            forecast.Fill(other.AsSpan(0, 6), two);
            Assert.Equal(one, two);
        }
    }

    [Fact]
    public void No_forecast_is_made_of_nothing()
    {
        foreach (var forecast in new IForecast<int>[] { new Persistence<int>(), new SameHour<int>(3), new Perfect<int>(Slots) })
            Assert.Throws<ArgumentException>(() => forecast.Fill([], new int[1]));
    }

    private static int[] Fill(IForecast<int> forecast, int slots, int count)
    {
        var coming = new int[count];
        forecast.Fill(Slots.AsSpan(0, slots), coming);
        return coming;
    }
}
