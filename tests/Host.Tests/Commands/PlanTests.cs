using System.Text.Json.Nodes;
using ControlPlane.Planning.Joint;
using ControlPlane.Planning.Joint.Generated;
using ControlPlane.Simulation.Plans.Files;

namespace ControlPlane.Host.Tests.Commands;

public sealed class PlanTests : IDisposable
{
    private readonly string _folder = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
    private readonly string _instance;

    public PlanTests()
    {
        Directory.CreateDirectory(_folder);
        _instance = Path.Combine(_folder, "day.json");
        File.WriteAllText(_instance, InstanceFile.Write(Tiny()));
    }

    [Fact]
    public void A_plan_without_solver_says_so_and_shows_schedule_energy_and_prices()
    {
        var result = Cli.Run("plan", _instance, "--solver", "none");
        Assert.Equal(0, result.ExitCode);
        Assert.All(["Jobs", "Sites", "Money", "Prices", "greedy", "t CO2", "GPU-h of inference not served"], word => Assert.Contains(word, result.Out, StringComparison.Ordinal));
        Assert.Contains("warning: No solver of whole numbers: the plan is the greedy one", result.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("Slots", result.Out, StringComparison.Ordinal);
        Assert.Contains("Slots", Cli.Run("plan", _instance, "--solver", "none", "-v").Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Quiet_leaves_out_the_word_on_solvers() => Assert.Equal("", Cli.Run("plan", _instance, "--solver", "none", "-q").Error);

    [Fact]
    public void The_built_in_solver_earns_at_least_as_much_and_proves_a_gap()
    {
        var greedy = Cli.Json("plan", _instance, "--solver", "built-in", "--method", "greedy", "-q");
        var solved = Cli.Json("plan", _instance, "--solver", "built-in", "--gap", "0", "-q");
        Assert.Equal("built-in", (string)solved["solver"]!);
        Assert.True((double)solved["benefit_usd"]! >= (double)greedy["benefit_usd"]! - 1e-6);
        Assert.InRange((double)solved["gap_usd"]!, 0, 0.01 * Math.Abs((double)solved["energy_bill_usd"]!) + 1);
        Assert.Equal("joint plan", (string)solved["stages"]![0]!["stage"]!);
    }

    [Fact]
    public void Json_is_a_plan_file_that_can_be_checked()
    {
        var plan = Path.Combine(_folder, "plan.json");
        File.WriteAllText(plan, Cli.Run("plan", _instance, "--solver", "none", "--json", "-q").Out);
        var check = Cli.Run("plan", "check", _instance, plan);
        Assert.Equal(0, check.ExitCode);
        Assert.Contains("Every rule is kept.", check.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void A_plan_of_another_day_does_not_pass_the_check()
    {
        var plan = Path.Combine(_folder, "plan.json");
        File.WriteAllText(plan, Cli.Run("plan", _instance, "--solver", "none", "--json", "-q").Out);
        var tomorrow = Tiny() with { Sites = [.. Tiny().Sites.Select(site => site with { RenewableMw = [.. site.RenewableMw.Select(_ => 0.0)], CurtailUsdPerMwh = 0 })] };
        File.WriteAllText(_instance, InstanceFile.Write(tomorrow));
        var check = Cli.Run("plan", "check", _instance, plan, "--json");
        Assert.Equal(1, check.ExitCode);
        Assert.Contains("the plan breaks", check.Error, StringComparison.Ordinal);
        Assert.Contains(JsonNode.Parse(check.Out)!["broken_rules"]!.AsArray(), rule => ((string)rule!["rule"]!).StartsWith("sun and wind", StringComparison.Ordinal));
    }

    [Fact]
    public void Csv_has_a_row_a_slot_and_site() =>
        Assert.Equal(1 + 2 * 6, Cli.Run("plan", _instance, "--solver", "none", "--csv").Lines.Length);

    [Fact]
    public void A_folder_gets_plan_instance_tables_and_report()
    {
        var result = Cli.Run("plan", _instance, "--solver", "none", "--out", Path.Combine(_folder, "out"));
        Assert.Equal(0, result.ExitCode);
        Assert.Equal(["instance.json", "plan.json", "plan_jobs.csv", "plan_slots.csv", "report.html"], Directory.GetFiles(Path.Combine(_folder, "out")).Select(f => Path.GetFileName(f)!).Order());
        Assert.Equal(File.ReadAllText(_instance), File.ReadAllText(Path.Combine(_folder, "out", "instance.json")));
        Assert.Contains("Jobs by site", File.ReadAllText(Path.Combine(_folder, "out", "report.html")), StringComparison.Ordinal);
    }

    [Fact]
    public void An_instance_that_cannot_be_planned_names_what_conflicts_in_plain_words()
    {
        var dark = Tiny() with { Sites = [.. Tiny().Sites.Select(site => site with { ImportMw = 0, RenewableMw = new double[Tiny().Slots], Units = [], Storage = null })] };
        File.WriteAllText(_instance, InstanceFile.Write(dark));
        foreach (var solver in (string[])["none", "built-in"])
        {
            var result = Cli.Run("plan", _instance, "--solver", solver, "-q");
            Assert.Equal(1, result.ExitCode);
            Assert.Equal("", result.Out);
            Assert.Contains("error: no plan keeps all rules; these cannot be kept together:", result.Error, StringComparison.Ordinal);
            Assert.Contains("  - ", result.Error, StringComparison.Ordinal);
            Assert.Contains("site-", result.Error, StringComparison.Ordinal);
        }

        Assert.NotEmpty(JsonNode.Parse(Cli.Run("plan", _instance, "--solver", "none", "--json").Out)!["conflicts"]!.AsArray());
    }

    [Fact]
    public void The_programme_can_be_written_for_other_solvers()
    {
        var (mps, lp) = (Path.Combine(_folder, "day.mps"), Path.Combine(_folder, "day.lp"));
        Assert.Equal(0, Cli.Run("plan", _instance, "--solver", "none", "--mps", mps, "--lp", lp).ExitCode);
        Assert.Contains("'INTORG'", File.ReadAllText(mps), StringComparison.Ordinal);
        Assert.StartsWith("\\ ", File.ReadAllText(lp), StringComparison.Ordinal);
        Assert.EndsWith("End\n", File.ReadAllText(lp), StringComparison.Ordinal);
    }

    [Fact]
    public void A_plan_cancelled_before_there_was_any_says_so()
    {
        using var source = new CancellationTokenSource();
        source.Cancel();
        var result = Cli.Run(["plan", _instance, "--solver", "built-in"], colour: false, isTerminal: false, cancellation: source.Token);
        Assert.Equal(1, result.ExitCode);
        Assert.Contains("cancelled", result.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("none", "built-in greedy plan")]
    [InlineData("built-in", "built-in")]
    public void A_variant_is_judged_as_the_joint_plan_is(string solver, string name)
    {
        var joint = (double)Cli.Json("plan", _instance, "--solver", solver, "--gap", "0", "-q")["benefit_usd"]!;
        var variant = Cli.Json("plan", _instance, "--solver", solver, "--gap", "0", "-q", "--variant", "no-battery");
        Assert.Equal("no-battery", (string)variant["variant"]!);
        Assert.Equal(name, (string)variant["solver"]!);
        Assert.True((double)variant["benefit_usd"]! <= joint + 0.01 * Math.Abs(joint));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static JointInstance Tiny() => InstanceGenerator.Generate(new GeneratorSettings { Sites = 2, Hours = 6, Jobs = 3, Classes = 1 });
}
