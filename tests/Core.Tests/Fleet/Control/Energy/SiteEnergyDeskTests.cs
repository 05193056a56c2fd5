using ControlPlane.Fleet.Control.Energy;
using ControlPlane.Fleet.Energy;

namespace ControlPlane.Core.Tests.Fleet.Control.Energy;

/// <summary>Slots of a site: when they begin and end, what settles them, what is not known.</summary>
public sealed class SiteEnergyDeskTests
{
    private static readonly SiteConditions Dear = new(new Tariff(0.2, 0.1, 0.4));
    private readonly TestDesk _test = new();

    [Fact]
    public void Slots_end_at_whole_multiples_of_their_length_in_utc()
    {
        _test.Pass();
        Assert.Equal((TestDesk.BeginS, TestDesk.BeginS + 180), (_test.Desk.Question(0, 0)!.FromS, _test.Desk.Question(0, 0)!.ToS));
        Assert.Empty(_test.Pass(179, 1).Closed);
        Assert.Equal(3.0 / 60, Assert.Single(_test.Pass(2, 1).Closed).Hours, 12);
        Assert.Equal(TestDesk.BeginS + 480, _test.Desk.Question(0, 0)!.ToS);
        _test.Restored();
    }

    [Fact]
    public void A_slot_is_settled_by_the_meters_the_decision_and_the_prices()
    {
        _test.Pass();
        Assert.True(_test.Decide(-1, Dear));
        var slot = Assert.Single(_test.Pass(180, 4).Closed);
        var account = slot.Account!.Value;
        Assert.Equal((0.2, 0.05, 0.15), (Math.Round(slot.LoadKwh!.Value, 12), Math.Round(account.DischargeKwh, 12), Math.Round(account.ImportKwh, 12)));
        Assert.Equal(0.15 * 0.2, account.ImportUsd, 12);
        Assert.Equal(0.15 * 0.4, account.CarbonKg, 12);
        Assert.Equal((SlotSource.Policy, "test"), (slot.Decision.Source, slot.Decision.Reason));
        Assert.Equal(0.5 - 0.05 / 0.95 / 4, slot.Soc!.Value, 12);
        _test.Restored();
    }

    [Fact]
    public void A_reading_that_comes_late_is_shared_out_at_the_end_of_the_slot()
    {
        _test.Pass();
        _test.Decide(0, Dear);
        // 180 s of the slot and 60 s of the next one.
        var slot = Assert.Single(_test.Pass(240, 3).Closed);
        Assert.Equal(3 * 180 / 3600.0, slot.LoadKwh!.Value, 12);
        _test.Decide(0, Dear);
        Assert.Equal(3 * 60 / 3600.0, _test.Show().Running!.LoadKwh!.Value, 12);
    }

    [Fact]
    public void Without_prices_and_weather_the_load_counts_the_battery_rests_and_no_price_is_zero()
    {
        _test.Pass();
        Assert.True(_test.Decide(0, null));
        var slot = Assert.Single(_test.Pass(180, 4).Closed);
        Assert.Equal((0.2, (EnergySlot?)null, 0.5), (Math.Round(slot.LoadKwh!.Value, 12), slot.Account, slot.Soc));
        var total = _test.Show().Total;
        Assert.Equal((1, 1, 1, 0.2, 0.0), (total.Slots, total.WithoutConditions, total.Fallbacks, Math.Round(total.LoadKwh, 12), total.Account.CostUsd));
        Assert.Equal(0, total.Account.LoadKwh);
        _test.Restored();
    }

    [Fact]
    public void A_decision_counts_for_its_slot_only_and_once_and_from_then_on()
    {
        _test.Pass();
        var slot = _test.Desk.Question(0, 0)!.Slot;
        _test.Run(90, 4);
        Assert.True(_test.Decide(-2, Dear));
        Assert.False(_test.Desk.Decide(slot, new SlotDecision(new SiteSetPoint(2), SlotSource.Policy, "again", Dear), _test.AtS, _test.ReadingJ));
        // Half of the slot without the battery, half with it.
        Assert.Equal(2 * 90 / 3600.0, Assert.Single(_test.Pass(90, 4).Closed).Account!.Value.DischargeKwh, 12);
        Assert.False(_test.Desk.Decide(slot, new SlotDecision(new SiteSetPoint(2), SlotSource.Policy, "late", Dear), _test.AtS, _test.ReadingJ));
        _test.Restored();
    }

    [Theory]
    [InlineData(double.NaN, 0.2, 0.1, "battery")]
    [InlineData(2.1, 0.2, 0.1, "-2 to 2 kW")]
    [InlineData(1, double.NaN, 0.1, "prices")]
    [InlineData(1, 0.1, 0.2, "selling not above buying")]
    public void A_decision_that_cannot_be_is_refused_and_nothing_changes(double batteryKw, double buyUsd, double sellUsd, string why)
    {
        _test.Pass();
        var refused = Assert.Throws<ArgumentException>(() => _test.Decide(batteryKw, new SiteConditions(new Tariff(buyUsd, sellUsd, 0.4))));
        Assert.Contains(why, refused.Message, StringComparison.Ordinal);
        Assert.True(_test.Decide(1, Dear));
    }

    [Fact]
    public void A_time_in_which_nobody_looked_is_a_gap_whose_load_is_known_in_sum_only()
    {
        _test.Pass();
        _test.Decide(-2, Dear);
        var closed = _test.Pass(3_600, 3).Closed;
        var gap = Assert.Single(closed);
        Assert.True(gap.IsGap);
        Assert.Equal((null, null, TestDesk.BeginS, _test.AtS), (gap.LoadKwh, gap.Account, gap.FromS, gap.ToS));
        // Nobody told the battery anything for most of the time: it is taken as idle.
        Assert.Equal(0.5, gap.Soc!.Value, 12);
        var total = _test.Show().Total;
        Assert.Equal((0, 1, 3.0, 0.0), (total.Slots, total.Gaps, Math.Round(total.UnseenKwh, 12), total.LoadKwh));
        Assert.Equal(_test.AtS, _test.Desk.Question(0, 0)!.FromS);
        _test.Restored();
    }

    [Fact]
    public void What_was_settled_before_a_gap_stays()
    {
        _test.Pass();
        _test.Decide(0, Dear);
        _test.Run(60, 3);
        _test.Order(1, 30);
        var news = _test.Pass(3_600, 3);
        Assert.Equal([false, true], news.Closed.Select(s => s.IsGap));
        Assert.Equal([1, 2], news.Closed.Select(s => s.Number));
        Assert.Equal((0.05, TestDesk.BeginS + 60), (Math.Round(news.Closed[0].LoadKwh!.Value, 12), news.Closed[1].FromS));
        Assert.Equal("ann", news.Ended!.Actor);
        _test.Restored();
    }

    [Fact]
    public void What_agents_measured_more_or_less_is_carried_until_a_slot_has_room_for_it()
    {
        _test.Pass();
        _test.Decide(0, Dear);
        // 0.1 kWh by the meters; the site cannot use more than 6 kW, which are 0.3 kWh in 180 s.
        _test.Desk.Correct(0.5 * 3.6e6);
        Assert.Equal(0.3, Assert.Single(_test.Pass(180, 2).Closed).LoadKwh!.Value, 12);
        Assert.Equal(0.3, _test.Show().CarriedKwh, 12);
        _test.Decide(0, Dear);
        Assert.Equal(0.3, Assert.Single(_test.Pass(300, 0).Closed).LoadKwh!.Value, 12);
        _test.Desk.Correct(-0.2 * 3.6e6);
        _test.Decide(0, Dear);
        Assert.Equal(0, Assert.Single(_test.Pass(300, 1.2).Closed).LoadKwh!.Value, 12);
        Assert.Equal(-0.1, _test.Show().CarriedKwh, 12);
        _test.Restored();
    }

    [Fact]
    public void Today_begins_anew_at_midnight_in_utc_and_old_slots_are_forgotten_not_their_sum()
    {
        var test = new TestDesk(settings: new EnergyDeskSettings { SlotS = 3_600, Kept = 10 });
        test.Pass();
        test.Decide(0, Dear);
        for (var hour = 0; hour < 25; hour++)
        {
            test.Pass(3_600, 1);
            test.Decide(0, Dear);
        }

        var shown = test.Show();
        Assert.Equal((25, 1), (shown.Total.Slots, shown.Today.Slots));
        var page = test.Desk.Slots("only", long.MaxValue, 7);
        Assert.Equal([25, 24, 23, 22, 21, 20, 19], page.Slots.Select(s => s.Number));
        Assert.Equal("19", page.Next);
        page = test.Desk.Slots("only", 19, 7);
        Assert.Equal([18, 17, 16], page.Slots.Select(s => s.Number));
        Assert.Null(page.Next);
        test.Restored();
    }
}
