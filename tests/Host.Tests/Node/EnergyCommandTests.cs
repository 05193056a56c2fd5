using ControlPlane.Fleet.Control.Energy;
using ControlPlane.Fleet.Energy;

namespace ControlPlane.Host.Tests.Node;

/// <summary>What the console shows of the energy of sites, and what it tells batteries.</summary>
public sealed class EnergyCommandTests
{
    private static readonly SlotDecision Sunny = new(new SiteSetPoint(1), SlotSource.Policy, "test", new SiteConditions(new Tariff(0.2, 0.1, 0.4)));

    [Fact]
    public async Task Energy_shows_sites_and_the_slots_of_one_and_what_is_not_known_as_a_dash()
    {
        await using var node = await NodeServer.Start(energy: TestFleets.Energy, slotS: 1);
        while ((await node.Plane.Energy())[0].Total.Slots < 2)
        {
            await node.Plane.Decide(Sunny);
            await Task.Delay(20);
        }

        var site = Assert.Single(node.Json("energy").AsArray())!;
        Assert.Equal("east", (string)site["site"]!);
        Assert.Contains("east", node.Run("energy").Out, StringComparison.Ordinal);
        Assert.Single(node.Json("energy", "east", "--limit", "1")["slots"]!.AsArray());
        Assert.Contains(node.Json("energy", "east")["slots"]!.AsArray(), s => (string)s!["reason"]! == "test" && (double)s["account"]!["residual"]! < 1e-6);
        Assert.StartsWith("slot,from,load_kwh,import_kwh", node.Run("energy", "east", "--csv").Out, StringComparison.Ordinal);
        Assert.Contains("Energy", node.Run("top", "--once").Out, StringComparison.Ordinal);
        Assert.Single(node.Json("top")["energy"]!.AsArray());
        Assert.Equal(2, node.Run("energy", "moon").ExitCode);
    }

    [Fact]
    public async Task A_battery_is_overridden_with_a_reason_and_released()
    {
        await using var node = await NodeServer.Start(energy: TestFleets.Energy);
        await node.Plane.Decide(Sunny);
        var told = node.Run("batteries", "override", "east", "--kw", "-5", "--for", "30m", "--reason", "peak");
        Assert.Equal(0, told.ExitCode);
        Assert.Contains("-5 kW was asked; the battery can do -2 kW", told.Out, StringComparison.Ordinal);
        var battery = node.Json("batteries", "show", "east");
        Assert.Equal((-2.0, "override", "peak"), ((double)battery["setPointKw"]!, (string)battery["source"]!, (string)battery["override"]!["reason"]!));
        Assert.Equal(0, (double)node.Json("batteries", "override", "east", "--hold", "--for", "5m", "--reason", "work")["setPointKw"]!);
        Assert.Null(node.Json("batteries", "release", "east")["override"]);
        Assert.Equal(1, (double)Assert.Single(node.Json("batteries", "list").AsArray())!["setPointKw"]!);
        Assert.Equal(["battery.release", "battery.override", "battery.override"], node.Json("audit").AsArray().Take(3).Select(a => (string)a!["action"]!));
    }

    [Theory]
    [InlineData("give --kw KW or --hold", "--for", "5m", "--reason", "x")]
    [InlineData("give --kw KW or --hold", "--kw", "1", "--hold", "--for", "5m", "--reason", "x")]
    [InlineData("--reason", "--kw", "1", "--for", "5m")]
    [InlineData("--for must be a time from 1 s to 7 d", "--kw", "1", "--for", "8d", "--reason", "x")]
    public async Task An_override_that_cannot_be_is_refused_before_it_is_sent(string message, params string[] args)
    {
        await using var node = await NodeServer.Start(energy: TestFleets.Energy);
        var refused = node.Run(["batteries", "override", "east", .. args]);
        Assert.Equal(2, refused.ExitCode);
        Assert.Contains(message, refused.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_fleet_without_an_energy_side_says_so()
    {
        await using var node = await NodeServer.Start();
        Assert.Contains("no site of this fleet has an energy side", node.Run("energy").Out, StringComparison.Ordinal);
        Assert.Contains("no site of this fleet has a battery", node.Run("batteries", "list").Out, StringComparison.Ordinal);
        Assert.DoesNotContain("Energy", node.Run("top", "--once").Out, StringComparison.Ordinal);
        Assert.Equal("[]", node.Json("energy").ToJsonString());
    }
}
