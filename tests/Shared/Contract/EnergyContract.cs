using ControlPlane.Fleet;
using ControlPlane.Fleet.Control;
using ControlPlane.Fleet.Control.Energy;
using ControlPlane.Fleet.Energy;
using ControlPlane.Policies.Dispatch.Live;

namespace ControlPlane.Contract.Tests;

/// <summary>What every host answers about the energy of its sites, whatever carries it. Slots last a second here.</summary>
public abstract class EnergyContract
{
    /// <summary>Length of a slot, seconds.</summary>
    protected const double SlotS = 1;

    private const string Operator = "operator";
    private static readonly SiteConditions Sunny = new(new Tariff(0.2, 0.1, 0.4), IrradianceWPerM2: 800);

    /// <summary>A site without an energy side and one with it.</summary>
    protected static FleetModel Fleet { get; } = Core.Tests.TestFleets.Model(
        Core.Tests.TestFleets.Site("east", 2, maxGpusPerJob: 1), Core.Tests.TestFleets.Site("west", 2, maxGpusPerJob: 1) with { Energy = Core.Tests.TestFleets.Energy });

    /// <summary>Opens a host of its own for a test.</summary>
    /// <param name="dispatch">How batteries are told what to do.</param>
    protected abstract Task<IControlPlane> Open(DispatchSettings dispatch);

    [Fact]
    public async Task Slots_are_decided_settled_and_listed_and_their_accounts_close()
    {
        var plane = await Open(new DispatchSettings { Policy = "self-consumption", Signals = new FixedSignals(Sunny) });
        var shown = await Patience.Until(async () => Assert.Single(await plane.Energy()), e => e.Total.Slots - e.Total.WithoutConditions >= 3);
        Assert.Equal("west", shown.Site);
        Assert.True(shown.Total.Account.RenewableKwh > 0 && shown.Total.Account.Residual < 1e-6, $"{shown.Total}");
        var page = (await plane.EnergySlots("west", long.MaxValue, 2))!;
        Assert.Equal(2, page.Slots.Count);
        Assert.NotNull(page.Next);
        Assert.Equal(page.Slots[1].To, page.Slots[0].From);
        // What the sun gives beyond the need goes into the battery.
        var slot = await Patience.Until(async () => (await plane.EnergySlots("west", long.MaxValue, 1))!.Slots[0], s => s is { Source: SlotSource.Policy, Account.ChargeKwh: > 0 });
        Assert.Equal("self-consumption", slot.Reason);
        Assert.True(Assert.Single(await plane.Batteries()).Soc > 0.5);
        Assert.Null(await plane.EnergySlots("east", long.MaxValue, 10));
        Assert.Null(await plane.EnergySlots("moon", long.MaxValue, 10));
        await Refused("limit", () => plane.EnergySlots("west", long.MaxValue, 0));
    }

    [Fact]
    public async Task Without_prices_and_weather_the_battery_rests_and_no_account_is_made_up()
    {
        var plane = await Open(new DispatchSettings { Signals = new FixedSignals(null) });
        var shown = await Patience.Until(async () => Assert.Single(await plane.Energy()), e => e.Total.Slots >= 2);
        Assert.Equal((shown.Total.Slots, shown.Total.Slots), (shown.Total.WithoutConditions, shown.Total.Fallbacks));
        Assert.Equal((null, "prices and weather are not known"), (shown.Last!.Account, shown.Last.Reason));
        Assert.Equal(0.5, shown.Battery!.Soc, 12);
    }

    [Fact]
    public async Task An_operator_overrides_a_battery_and_lets_it_go()
    {
        var plane = await Open(new DispatchSettings { Policy = "none", Signals = new FixedSignals(Sunny) });
        await Patience.Until(async () => Assert.Single(await plane.Energy()), e => e.Running is not null);
        var until = DateTimeOffset.UtcNow.AddMinutes(10);
        var told = (await plane.OverrideBattery("west", new BatteryOrder(-9, until, "peak", 0), "ann"))!;
        Assert.Equal((-2.0, SlotSource.Override, 1), (told.SetPointKw, told.Source, told.Version));
        Assert.Equal((-9.0, "ann", "peak", "-9 kW was asked; the battery can do -2 kW"), (told.Override!.AskedKw, told.Override.Actor, told.Override.Reason, told.Override.Note));
        Assert.Equal(1, (await plane.OverrideBattery("west", new BatteryOrder(-9, until, "peak"), "ann"))!.Version);
        await Patience.Until(async () => Assert.Single(await plane.Batteries()), b => b.Soc < 0.5);
        await Refused(ControlProblem.Conflict, () => plane.ReleaseBattery("west", 7, "bob"));
        await Refused("until", () => plane.OverrideBattery("west", new BatteryOrder(1, DateTimeOffset.UtcNow.AddDays(8), "long"), "bob"));
        await Refused("setPointKw", () => plane.OverrideBattery("west", new BatteryOrder(double.NaN, until, "what"), "bob"));
        Assert.Null(await plane.OverrideBattery("east", new BatteryOrder(1, until, "none"), "bob"));
        Assert.Null(await plane.ReleaseBattery("moon", null, "bob"));
        var free = (await plane.ReleaseBattery("west", 1, "bob"))!;
        Assert.Equal((null, 2), (free.Override, free.Version));
        Assert.Equal(2, (await plane.ReleaseBattery("west", null, "bob"))!.Version);
        Assert.Equal([("bob", "battery.release", "west"), ("ann", "battery.override", "west")], (await plane.Audit(2)).Select(a => (a.Actor, a.Action, a.Subject)));
    }

    [Fact]
    public async Task An_override_ends_by_itself_and_events_tell_of_it_and_of_slots()
    {
        var plane = await Open(new DispatchSettings { Signals = new FixedSignals(Sunny) });
        await Patience.Until(async () => Assert.Single(await plane.Energy()), e => e.Running is not null);
        await plane.OverrideBattery("west", new BatteryOrder(0, DateTimeOffset.UtcNow.AddSeconds(1.5), "short"), Operator);
        var free = await Patience.Until(async () => Assert.Single(await plane.Batteries()), b => b.Override is null);
        Assert.Equal(2, free.Version);
        List<string> kinds = [];
        using var end = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        await foreach (var entry in plane.Events(0, end.Token))
        {
            if (entry.Site == "west")
                kinds.Add(entry.Kind);
            if (kinds.Contains("battery-released") && kinds.Contains("energy-slot"))
                break;
        }

        Assert.Contains("battery-override", kinds);
    }

    private static async Task Refused(ControlProblem problem, Func<Task> ask) => Assert.Equal(problem, (await Assert.ThrowsAsync<ControlException>(ask)).Problem);

    private static async Task Refused(string field, Func<Task> ask) => Assert.Equal(field, (await Assert.ThrowsAsync<ControlException>(ask)).Field);
}
