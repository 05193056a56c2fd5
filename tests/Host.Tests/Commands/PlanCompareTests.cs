using System.Text.Json.Nodes;

namespace ControlPlane.Host.Tests.Commands;

public sealed class PlanCompareTests : IDisposable
{
    private static readonly string[] Tiny = ["--sites", "2", "--hours", "6", "--jobs", "3", "--classes", "1", "--solver", "built-in", "-q"];
    private readonly string _folder = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());

    [Fact]
    public void Every_plan_stands_beside_the_joint_one_with_jobs_and_unserved_inference_beside_emissions()
    {
        var result = Cli.Run(["plan", "compare", .. Tiny]);
        Assert.Equal(0, result.ExitCode);
        Assert.All(["joint", "no-battery", "no-routing", "no-carbon", "compute-only", "energy-only", "jobs run", "unserved", "emissions", "energy bill"], w => Assert.Contains(w, result.Out, StringComparison.Ordinal));
    }

    [Fact]
    public void No_plan_earns_more_than_the_joint_one_within_its_gap()
    {
        var runs = Cli.Json(["plan", "compare", "--gap", "0", .. Tiny])["runs"]!.AsArray();
        Assert.Equal(6, runs.Count);
        Assert.All(runs, run => Assert.InRange((double)run!["percent_of_joint"]!, double.NegativeInfinity, 100.5));
    }

    [Fact]
    public void Seeds_are_instances_of_their_own_and_means_are_taken()
    {
        string[] args = ["plan", "compare", "--seeds", "1..2", "--variants", "joint,no-battery", "--method", "greedy", .. Tiny];
        var runs = Cli.Json(args)["runs"]!.AsArray();
        Assert.Equal(4, runs.Count);
        Assert.Equal(["2x6x3x1-1", "2x6x3x1-2"], runs.Select(run => (string)run!["instance"]!).Distinct());
        Assert.Contains("means of 2 instances", Cli.Run(args).Out, StringComparison.Ordinal);
    }

    [Fact]
    public void A_carbon_sweep_sets_budgets_from_the_plan_that_knows_none()
    {
        var sweep = Cli.Json(["plan", "compare", "--variants", "no-carbon", "--carbon-sweep", "1,0.8", .. Tiny])["sweep"]!.AsArray();
        var (full, tight) = (sweep[0]!, sweep[1]!);
        Assert.Equal(0.8 * (double)full["budget_t"]!, (double)tight["budget_t"]!, 1e-9);
        Assert.True((double)tight["benefit_usd"]! <= (double)full["benefit_usd"]! + 1e-6);
        Assert.True((double)tight["emissions_t"]! <= (double)tight["budget_t"]! + (double)tight["over_budget_t"]! + 1e-6);
        Assert.NotNull(tight["jobs_run"]);
        Assert.NotNull(tight["unserved_gpu_h"]);
    }

    [Fact]
    public void A_folder_gets_tables_and_report()
    {
        Assert.Equal(0, Cli.Run(["plan", "compare", "--variants", "joint,no-battery", "--method", "greedy", "--carbon-sweep", "1", "--out", _folder, .. Tiny]).ExitCode);
        Assert.Equal(["carbon_sweep.csv", "plans.csv", "plans.json", "report.html"], Directory.GetFiles(_folder).Select(f => Path.GetFileName(f)!).Order());
        Assert.Equal("plan-comparison", (string)JsonNode.Parse(File.ReadAllText(Path.Combine(_folder, "plans.json")))!["kind"]!);
    }

    public void Dispose()
    {
        if (Directory.Exists(_folder))
            Directory.Delete(_folder, recursive: true);
    }
}
