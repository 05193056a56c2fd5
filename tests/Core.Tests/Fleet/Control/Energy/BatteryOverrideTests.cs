using ControlPlane.Fleet.Control.Energy;
using ControlPlane.Fleet.Energy;

namespace ControlPlane.Core.Tests.Fleet.Control.Energy;

/// <summary>An operator's word for a battery.</summary>
public sealed class BatteryOverrideTests
{
    private static readonly SiteConditions Dear = new(new Tariff(0.2, 0.1, 0.4));
    private readonly TestDesk _test = new();

    public BatteryOverrideTests()
    {
        _test.Pass();
        _test.Decide(-1, Dear);
    }

    [Fact]
    public void It_counts_at_once_and_what_was_before_stays_as_it_was()
    {
        _test.Run(90, 4);
        Assert.True(_test.Order(2, 600));
        var slot = Assert.Single(_test.Pass(90, 4).Closed);
        var account = slot.Account!.Value;
        Assert.Equal((0.025, 0.05), (Math.Round(account.DischargeKwh, 12), Math.Round(account.ChargeKwh, 12)));
        Assert.Equal(SlotSource.Override, slot.Decision.Source);
        var battery = _test.Show().Battery!;
        Assert.Equal((2.0, SlotSource.Override, "ann: test", 1), (battery.SetPointKw, battery.Source, battery.Reason, battery.Version));
        _test.Restored();
    }

    [Fact]
    public void It_ends_by_itself_at_its_moment_not_when_somebody_looks()
    {
        _test.Order(0, 60);
        _test.Run(150, 4);
        var news = _test.Pass();
        Assert.Equal("ann", news.Ended!.Actor);
        Assert.Null(_test.Desk.Override);
        Assert.Equal(2, _test.Desk.Version);
        // 60 s on hold, 120 s as the dispatcher said.
        Assert.Equal(1 * 120 / 3600.0, Assert.Single(_test.Pass(30, 4).Closed).Account!.Value.DischargeKwh, 12);
        _test.Restored();
    }

    [Fact]
    public void It_lasts_over_slots_and_a_restart_until_it_is_released()
    {
        _test.Order(1, 6_000, "test of the fuse");
        for (var i = 0; i < 3; i++)
        {
            _test.Pass(300, 4);
            _test.Decide(-1, Dear);
        }

        Assert.Equal(1 * 300 / 3600.0, _test.Show().Last!.Account!.Value.ChargeKwh, 12);
        Assert.Equal("test of the fuse", _test.Restored().Override!.Reason);
        Assert.True(_test.Release());
        Assert.False(_test.Release());
        Assert.Equal((-1.0, SlotSource.Policy, 2), (_test.Show().Battery!.SetPointKw, _test.Show().Battery!.Source, _test.Desk.Version));
        _test.Restored();
    }

    [Fact]
    public void More_than_the_battery_can_is_taken_as_what_it_can_and_told()
    {
        _test.Order(-7.5, 600);
        var told = _test.Show().Battery!.Override!;
        Assert.Equal((-7.5, -2.0, "-7.5 kW was asked; the battery can do -2 kW"), (told.AskedKw, told.SetPointKw, told.Note));
    }

    [Fact]
    public void Asking_for_what_is_so_already_changes_nothing()
    {
        _test.Order(1, 600);
        _test.Run(60, 4);
        Assert.False(_test.Order(1, 540));
        Assert.True(_test.Order(1, 541));
        Assert.Equal(2, _test.Desk.Version);
    }

    [Fact]
    public void It_moves_the_battery_also_where_prices_are_not_known()
    {
        _test.Order(-2, 6_000);
        _test.Pass(180, 4);
        _test.Decide(0, null);
        var slot = Assert.Single(_test.Pass(300, 4).Closed);
        Assert.Null(slot.Account);
        Assert.Equal(0.5 - 2 * 480 / 3600.0 / 0.95 / 4, slot.Soc!.Value, 12);
        _test.Restored();
    }

    [Fact]
    public void A_site_without_a_battery_cannot_be_told_anything()
    {
        var test = new TestDesk(TestFleets.Energy with { Battery = null });
        test.Pass();
        Assert.Throws<InvalidOperationException>(() => test.Order(1, 60));
        Assert.Null(test.Show().Battery);
    }
}
