using System.Text.Json.Nodes;

namespace ControlPlane.Host.Tests.Commands;

public sealed class FrontierTests
{
    // Section d of the specification: least J per unit of the paper's fleet by mean service time.
    [Theory]
    [InlineData("none", 8.476)]
    [InlineData("4000", 8.502)]
    [InlineData("1527", 9.031)]
    [InlineData("1250", 9.170)]
    [InlineData("800", 9.597)]
    [InlineData("450", 11.748)]
    public void The_paper_fleets_frontier_is_the_known_one(string budget, double joules)
    {
        var point = Cli.Json("frontier", "paper", "--budgets", budget)["points"]![0]!;
        Assert.Equal(joules, (double)point["joules_per_unit"]!, 0.00051);
    }

    [Fact]
    public void Work_and_sites_of_a_point_add_up()
    {
        var document = Cli.Json("frontier", "paper", "--budgets", "1250");
        var point = document["points"]![0]!;
        var load = (double)document["load_units_per_s"]!;
        Assert.Equal(load, point["operating_points"]!.AsArray().Sum(p => (double)p!["units_per_s"]!), load * 1e-9);
        Assert.Equal(load, point["sites"]!.AsArray().Sum(s => (double)s!["units_per_s"]!), load * 1e-9);
        Assert.All(point["sites"]!.AsArray(), s => Assert.InRange((double)s!["utilisation"]!, 0, 1 + 1e-9));
    }

    [Fact]
    public void A_lost_site_costs_energy_and_does_no_work()
    {
        var whole = Cli.Json("frontier", "paper", "--budgets", "none")["points"]![0]!;
        var rest = Cli.Json("frontier", "paper", "--budgets", "none", "--without", "ap-southeast")["points"]![0]!;
        Assert.True((double)rest["joules_per_unit"]! > (double)whole["joules_per_unit"]!);
        var lost = rest["sites"]!.AsArray().Single(s => (string)s!["site"]! == "ap-southeast")!;
        Assert.Equal(0, (double)lost["units_per_s"]!);
        Assert.Null(lost["utilisation"]);
    }

    [Fact]
    public void Without_budgets_the_whole_curve_is_shown_and_energy_rises_as_service_gets_faster()
    {
        var energies = Cli.Json("frontier", "paper")["points"]!.AsArray().Select(p => (double)p!["joules_per_unit"]!).ToArray();
        Assert.True(energies.Length > 8);
        Assert.Equal(energies.Order(), energies);
    }

    [Fact]
    public void A_budget_that_cannot_be_met_is_explained_and_fails_when_it_is_the_only_one()
    {
        var result = Cli.Run("frontier", "paper", "--budgets", "100");
        Assert.Equal(1, result.ExitCode);
        Assert.Contains("below the least possible", result.Out, StringComparison.Ordinal);
        Assert.Contains("no budget given can be met", result.Error, StringComparison.Ordinal);
        Assert.Equal(0, Cli.Run("frontier", "paper", "--budgets", "100,1000").ExitCode);
    }

    [Fact]
    public void More_load_than_the_fleet_can_carry_fails_with_advice()
    {
        var result = Cli.Run("frontier", "paper", "--load", "4", "--json");
        Assert.Equal(1, result.ExitCode);
        Assert.Contains("lower --load", result.Error, StringComparison.Ordinal);
        Assert.Empty(JsonNode.Parse(result.Out)!["points"]!.AsArray());
    }

    [Fact]
    public void Operating_points_appear_when_asked()
    {
        Assert.DoesNotContain("Operating points", Cli.Run("frontier", "paper").Out, StringComparison.Ordinal);
        Assert.Contains("Operating points in use", Cli.Run("frontier", "paper", "-v").Out, StringComparison.Ordinal);
    }
}
