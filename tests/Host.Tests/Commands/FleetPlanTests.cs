using ControlPlane.Policies.Planned;

namespace ControlPlane.Host.Tests.Commands;

public sealed class FleetPlanTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("fleet-plan");
    private static readonly string Prices = Path.Combine(AppContext.BaseDirectory, "scenarios", "prices.yaml");

    [Fact]
    public void A_plan_is_written_shown_and_obeyed()
    {
        var file = Path.Combine(_folder.FullName, "prices.plan");
        var shown = Cli.Json("plan", "fleet", Prices, "--days", "3h", "--out", file, "-q");
        var plan = FleetPlan.Read(File.ReadAllBytes(file));
        Assert.Equal((3, false, 1250.0), (plan.Terms.Slots, plan.Terms.Repeats, plan.Terms.BudgetS));
        for (var site = 0; site < 8; site++)
            Assert.Equal(plan.Sites[site].MostGpus, shown["sites"]![site]!["most_gpus"]!.AsArray().Select(n => (double)n!));
        var why = Cli.Json("why", "200", Prices, "--days", "3h", "--policy", $"planned:model={file}", "-q");
        var options = why["decisions"]![0]!["options"]!.AsArray();
        // The plan of these hours closes the dearest site.
        Assert.Contains(options, o => ((string?)o!["masked"])?.StartsWith("by plan: at most 0 GPUs", StringComparison.Ordinal) == true);
    }

    [Fact]
    public void A_day_repeats_and_a_plan_of_another_fleet_is_refused()
    {
        var file = Path.Combine(_folder.FullName, "day.plan");
        Assert.Equal(0, Cli.Run("plan", "fleet", Prices, "--days", "1", "--repeat-day", "--budget", "none", "--out", file).ExitCode);
        var terms = FleetPlan.Read(File.ReadAllBytes(file)).Terms;
        Assert.Equal((24, true, (double?)null), (terms.Slots, terms.Repeats, terms.BudgetS));
        var small = Path.Combine(AppContext.BaseDirectory, "scenarios", "small-sites.yaml");
        var refused = Cli.Run("simulate", small, "--days", "1h", "--policy", $"planned:model={file}", "-q");
        Assert.NotEqual(0, refused.ExitCode);
        Assert.Contains("made for another fleet", refused.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void What_cannot_be_planned_is_refused_in_a_line()
    {
        Assert.Contains("every site must have an energy section", Cli.Error("plan", "fleet", "paper", "--out", Path.Combine(_folder.FullName, "x.plan")), StringComparison.Ordinal);
        Assert.Contains("--budget must be seconds", Cli.Error("plan", "fleet", "paper", "--budget", "soon"), StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
