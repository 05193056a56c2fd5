using ControlPlane.Learning.Randomness;
using ControlPlane.Policies.Published;

namespace ControlPlane.Core.Tests.Policies.Published;

public sealed class ServiceTimesTests
{
    [Fact]
    public void Percentile_lies_between_neighbours_as_in_NumPy()
    {
        var times = new ServiceTimes();
        foreach (var seconds in new[] { 5.0, 1, 4, 2 })
            times.Add(seconds);
        Assert.Null(times.P99());
        times.Add(3);
        // numpy.percentile([1, 2, 3, 4, 5], 99)
        Assert.Equal(4.96, times.P99()!.Value, 12);
    }

    [Fact]
    public void Only_the_last_2048_count()
    {
        var (times, random) = (new ServiceTimes(), new RandomStream(1, "times"));
        // Few different values, so that equal ones go too.
        double[] all = [.. Enumerable.Range(0, 5_000).Select(_ => (double)random.NextBelow(700))];
        for (var i = 0; i < all.Length; i++)
        {
            times.Add(all[i]);
            if (i < 4 || i % 97 > 0)
                continue;
            double[] last = [.. all[Math.Max(0, i - 2047)..(i + 1)].Order()];
            var place = 0.99 * (last.Length - 1);
            var (below, above) = (last[(int)place], last[Math.Min((int)place + 1, last.Length - 1)]);
            Assert.Equal(below + (place - Math.Floor(place)) * (above - below), times.P99()!.Value, 9);
        }
    }
}
