using System.Text.Json.Nodes;
using ControlPlane.Client.Scenarios;

namespace ControlPlane.Host.Tests.Commands;

public sealed class ShowCommandTests
{
    [Fact]
    public void Sites_show_the_efficient_points_of_the_specification()
    {
        var document = Cli.Json("show", "paper");
        var site = document["sites"]!.AsArray().Single(s => (string)s!["site"]! == "ap-southeast")!;
        Assert.Equal(128, (long)site["gpus"]!);
        Assert.Equal(0.7, (double)site["efficient_clock_one_gpu"]!);
        Assert.Equal(6.403, (double)site["joules_per_unit_one_gpu"]!, 3);
        Assert.Equal(7.625, (double)site["joules_per_unit_most_gpus"]!, 3);
        Assert.Equal(4995, (double)site["mean_service_s_one_gpu"]!, 0.5);
    }

    [Fact]
    public void Load_and_capacity_stand_side_by_side()
    {
        var document = Cli.Json("show", "paper", "--load", "1.5");
        Assert.Equal(0.24, (double)document["offered_jobs_per_s"]!, 9);
        Assert.Equal(54_164, (double)document["mean_size_units"]!, 0.5);
        Assert.True((double)document["capacity_units_per_s"]! > (double)document["offered_units_per_s"]!);
    }

    [Fact]
    public void Latencies_are_those_of_shortest_paths()
    {
        var row = Cli.Json("show", "paper")["latency_ms"]!.AsArray().Single(r => (string)r!["ingress"]! == "gw-sa-east")!;
        Assert.Equal(330, (double)row["ap-southeast"]!, 6);
        Assert.Equal(12, (double)row["sa-east"]!, 6);
    }

    [Fact]
    public void Events_are_listed_in_words()
    {
        var result = Cli.Run("show", "lost-site");
        Assert.Matches(@"(?m)^d0 00:10:00.000 +lose site +me-central$", result.Out);
        Assert.Contains("A site is lost", result.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void What_sites_have_and_pay_is_shown_where_energy_counts()
    {
        var energy = Shipped("prices")["energy"]!;
        Assert.Equal(300, (double)energy["slot_s"]!);
        Assert.Equal(8, energy["sites"]!.AsArray().Count);
        Assert.All(energy["sites"]!.AsArray(), s => Assert.InRange((double)s!["price_usd_per_mwh"]!, (double)s["least_price_usd_per_mwh"]!, (double)s["most_price_usd_per_mwh"]!));
        Assert.Null(Cli.Json("show", "paper")["energy"]);
    }

    [Fact]
    public void How_sites_drift_from_their_tables_is_shown()
    {
        var rows = Shipped("drift")["drift"]!.AsArray();
        var slower = rows.Single(r => (string?)r!["site"] == "me-central" && r["time_factor"] is not null)!;
        Assert.Equal(1.35, (double)slower["time_factor"]!);
        Assert.Equal(8, rows.Count(r => r!["walk_bound"] is not null));
        Assert.Empty(Cli.Json("show", "paper")["drift"]!.AsArray());
    }

    private static JsonNode Shipped(string scenario) =>
        JsonNode.Parse(Cli.Run(["show", scenario, "--json"], colour: false, isTerminal: false, scenarios: new ScenarioSource()).Out)!;
}
