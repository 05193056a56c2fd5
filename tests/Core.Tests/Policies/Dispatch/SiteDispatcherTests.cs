using ControlPlane.Fleet.Control.Energy;
using ControlPlane.Fleet.Energy;
using ControlPlane.Policies.Dispatch;
using ControlPlane.Policies.Dispatch.Live;

namespace ControlPlane.Core.Tests.Policies.Dispatch;

/// <summary>R9 for dispatch: whatever a dispatcher answers, or does not, the slot has a decision that the site can follow, and says why it is not the dispatcher's.</summary>
public sealed class SiteDispatcherTests
{
    private static readonly DateTimeOffset Begin = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly SiteConditions Dear = new(new Tariff(0.2, 0.1, 0.4));

    [Fact]
    public async Task A_good_answer_is_followed_and_names_the_dispatcher()
    {
        var decision = await Make(view => new SiteSetPoint(view.Now.NetKw / 2)).Decide(Question());
        Assert.Equal(new SlotDecision(new SiteSetPoint(1.5), SlotSource.Policy, "threshold", Dear), decision);
    }

    [Theory]
    [InlineData(double.NaN, 0, "must be -2 to 2 kW, not NaN")]
    [InlineData(double.NegativeInfinity, 0, "must be -2 to 2 kW")]
    [InlineData(2.01, 0, "must be -2 to 2 kW, not 2.01")]
    [InlineData(0, 1, "generator's set-point must be 0 to 0 kW, not 1")]
    [InlineData(0, double.NaN, "generator's set-point must be 0 to 0 kW")]
    public async Task An_answer_that_the_site_cannot_follow_is_replaced_by_an_idle_battery(double batteryKw, double generatorKw, string why)
    {
        var decision = await Make(_ => new SiteSetPoint(batteryKw, generatorKw)).Decide(Question());
        Assert.Equal((default, SlotSource.Fallback, Dear), (decision.SetPoint, decision.Source, decision.Conditions));
        Assert.StartsWith("threshold was replaced: the ", decision.Reason, StringComparison.Ordinal);
        Assert.Contains(why, decision.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_that_throws_is_replaced_and_asked_anew_for_the_next_slot()
    {
        var made = 0;
        var dispatcher = Make(_ => made == 1 ? throw new InvalidOperationException("no idea") : new SiteSetPoint(1), () => made++);
        Assert.Equal("threshold was replaced: InvalidOperationException: no idea", (await dispatcher.Decide(Question())).Reason);
        Assert.Equal((SlotSource.Policy, 2), ((await dispatcher.Decide(Question())).Source, made));
    }

    [Fact]
    public async Task One_that_is_late_is_replaced_and_its_late_answer_is_never_followed()
    {
        using var gate = new ManualResetEventSlim();
        var settings = Settings(
            _ =>
            {
                gate.Wait();
                return new SiteSetPoint(1);
            },
            () => { }) with { Budget = TimeSpan.FromMilliseconds(50) };
        var dispatcher = new SiteDispatcher(0, TestFleets.Energy, 6, settings, TimeProvider.System);
        Assert.Contains("took more than 0.05 s", (await dispatcher.Decide(Question())).Reason, StringComparison.Ordinal);
        Assert.Contains("still busy", (await dispatcher.Decide(Question())).Reason, StringComparison.Ordinal);
        gate.Set();
    }

    [Fact]
    public async Task Without_prices_and_weather_nobody_is_asked()
    {
        var settings = Settings(_ => throw new InvalidOperationException("asked"), () => { }) with { Signals = new NoSignals() };
        var decision = await new SiteDispatcher(0, TestFleets.Energy, 2, settings, TimeProvider.System).Decide(Question());
        Assert.Equal(SlotDecision.None with { Reason = "prices and weather are not known" }, decision);
    }

    [Fact]
    public async Task Prices_that_cannot_be_are_as_good_as_none()
    {
        var settings = Settings(_ => default, () => { }) with { Signals = new Signals(_ => Dear with { Tariff = new Tariff(0.1, 0.2, 0.4) }) };
        var decision = await new SiteDispatcher(0, TestFleets.Energy, 2, settings, TimeProvider.System).Decide(Question());
        Assert.Null(decision.Conditions);
        Assert.Contains("selling not above buying", decision.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_forecast_ends_where_it_is_not_known_any_more()
    {
        var seen = 0;
        var settings = Settings(
            view =>
            {
                seen = view.Forecast.Count;
                return default;
            },
            () => { }) with { Signals = new Signals(from => from < Begin.AddHours(5) ? Dear : null) };
        await new SiteDispatcher(0, TestFleets.Energy, 2, settings, TimeProvider.System).Decide(Question());
        Assert.Equal(5, seen);
    }

    [Fact]
    public void Nobody_takes_a_dispatcher_that_is_not_there() =>
        Assert.Contains("self-consumption", Assert.Throws<ArgumentException>(() => DispatchCatalog.Create("nonsense", TestFleets.Energy)).Message, StringComparison.Ordinal);

    private static SiteDispatcher Make(Func<DispatchView, SiteSetPoint> answer, Action? made = null) =>
        new(0, TestFleets.Energy, 6, Settings(answer, made ?? (() => { })), TimeProvider.System);

    private static DispatchSettings Settings(Func<DispatchView, SiteSetPoint> answer, Action made) => new()
    {
        Signals = new Signals(_ => Dear),
        Budget = TimeSpan.FromMinutes(1),
        Create = (_, _) =>
        {
            made();
            return new RogueDispatch(answer);
        },
    };

    private static DispatchQuestion Question() => new(0, 1, Begin.ToUnixTimeSeconds(), Begin.ToUnixTimeSeconds() + 300, 3, new Battery(TestFleets.Energy.Battery!, 0.5));

    private sealed class Signals(Func<DateTimeOffset, SiteConditions?> at) : ISiteSignals
    {
        public SiteConditions? At(int site, DateTimeOffset from, TimeSpan length) => at(from);
    }
}
