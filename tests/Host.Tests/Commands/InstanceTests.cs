using ControlPlane.Simulation.Plans.Files;

namespace ControlPlane.Host.Tests.Commands;

public sealed class InstanceTests : IDisposable
{
    private readonly string _file = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());

    [Fact]
    public void A_generated_instance_has_what_was_asked_for()
    {
        var text = Cli.Run(
            "instance", "generate", "--sites", "4", "--hours", "12", "--slots-per-hour", "2", "--jobs", "7", "--classes", "2", "--seed", "9", "--carbon-price", "0", "--carbon-budget", "3.5").Out;
        var instance = InstanceFile.Parse(text, "x.json");
        Assert.Equal((4, 24, 0.5, 7, 2), (instance.Sites.Count, instance.Slots, instance.SlotHours, instance.Jobs.Count, instance.Classes.Count));
        Assert.Equal((0, 3.5), (instance.Carbon.UsdPerT, instance.Carbon.BudgetT));
    }

    [Fact]
    public void The_same_seed_gives_the_same_file_and_another_another()
    {
        Cli.Run("instance", "generate", "--seed", "2", "--out", _file);
        Assert.Equal(Cli.Run("instance", "generate", "--seed", "2").Out, File.ReadAllText(_file));
        Assert.NotEqual(Cli.Run("instance", "generate", "--seed", "3").Out, File.ReadAllText(_file));
        // The same again changes nothing; another one is not written over it by mistake.
        Assert.Equal(0, Cli.Run("instance", "generate", "--seed", "2", "--out", _file).ExitCode);
        Assert.Contains("holds something else: --force replaces it", Cli.Error("instance", "generate", "--seed", "3", "--out", _file), StringComparison.Ordinal);
        Assert.Equal(0, Cli.Run("instance", "generate", "--seed", "3", "--out", _file, "--force").ExitCode);
    }

    [Fact]
    public void Tight_rich_and_cheap_change_work_sun_and_value()
    {
        var usual = InstanceFile.Parse(Cli.Run("instance", "generate").Out, "x");
        var other = InstanceFile.Parse(Cli.Run("instance", "generate", "--tight", "--renewables", "rich", "--value-factor", "0.15").Out, "x");
        Assert.True(other.Classes.Sum(k => k.DemandGpus.Sum()) > usual.Classes.Sum(k => k.DemandGpus.Sum()));
        Assert.True(other.Sites.Sum(s => s.RenewableMw.Sum()) > usual.Sites.Sum(s => s.RenewableMw.Sum()));
        Assert.Equal(0.15 * usual.Classes[0].RevenueUsdPerGpuH, other.Classes[0].RevenueUsdPerGpuH, 1e-9);
    }

    [Fact]
    public void Show_says_what_is_in_a_file()
    {
        Cli.Run("instance", "generate", "--out", _file);
        var shown = Cli.Run("instance", "show", _file).Out;
        Assert.All(["3x24x6x3-1: 3 sites", "site-3", "class-2", "all jobs"], word => Assert.Contains(word, shown, StringComparison.Ordinal));
        var json = Cli.Json("instance", "show", _file);
        Assert.Equal(3, json["sites"]!.AsArray().Count);
        Assert.Equal(24, (int)json["slots"]!);
    }

    [Fact]
    public void A_file_with_a_mistake_is_refused_with_its_line()
    {
        File.WriteAllText(_file, "{\n  \"format\": \"controlplane.plan-instance/1\",\n  \"nme\": \"x\"\n}");
        Assert.Contains($"{_file}:3:", Cli.Error("instance", "show", _file), StringComparison.Ordinal);
        Assert.Contains("there is no field 'nme'", Cli.Error("plan", _file), StringComparison.Ordinal);
    }

    [Fact]
    public void Solvers_that_are_there_and_those_that_are_not_are_listed()
    {
        var solvers = Cli.Json("plan", "solvers").AsArray();
        Assert.Equal(["highs", "cbc", "highs-program", "cbc-program", "built-in"], solvers.Select(s => (string)s!["solver"]!));
        Assert.Equal("built-in", (string)solvers[^1]!["found"]!);
        Assert.All(solvers, s => Assert.NotEqual("", (string)s!["place"]!));
    }

    [Theory]
    [InlineData("plan nowhere.json", "there is no file 'nowhere.json'")]
    [InlineData("plan day.json extra", "'extra' is one argument too many")]
    [InlineData("plan day.json --verbos", "unknown option '--verbos'; did you mean '--verbose'?")]
    [InlineData("plan --solver cplex", "--solver: there is no solver 'cplex'")]
    [InlineData("plan --solver buil-in", "did you mean 'built-in'?")]
    [InlineData("plan --variant jont", "--variant must be joint, no-battery")]
    [InlineData("plan --time-limit 30", "--time-limit must be a time from 1 ms to 24 h with its unit (30s, 5m, 2h), not '30'")]
    [InlineData("plan --gap 2", "--gap must be a number in [0, 1], not '2'")]
    [InlineData("plan --renewables lots", "--renewables must be poor, mixed or rich, not 'lots'")]
    [InlineData("plan --slots-per-hour 3", "--slots-per-hour must be 1, 2, 4 or 12, not '3'")]
    [InlineData("plan --sites 0", "--sites must be a whole number in [1, 100], not '0'")]
    [InlineData("plan compare --carbon-sweep 1,x", "--carbon-sweep: each must be a number in [0, 10], not 'x'")]
    [InlineData("plan compare --variants joint,nothing", "--variants must be joint, no-battery")]
    [InlineData("plan check x.json", "PLAN is missing")]
    [InlineData("instance generate --carbon-price -1", "--carbon-price must be a number in [0, 1000000], not '-1'")]
    public void A_mistake_on_the_command_line_is_one_line_that_says_what_to_do(string line, string complaint) =>
        Assert.Contains(complaint, Cli.Error(line.Split(' ')), StringComparison.Ordinal);

    [Fact]
    public void Options_of_generated_instances_do_not_go_with_a_file()
    {
        Cli.Run("instance", "generate", "--out", _file);
        Assert.Contains("--sites is for a generated instance, not for a file", Cli.Error("plan", _file, "--sites", "3"), StringComparison.Ordinal);
        Assert.Contains("--seed is for a generated instance, not for a file", Cli.Error("plan", _file, "--seed", "3"), StringComparison.Ordinal);
        Assert.Contains("--seeds is for generated instances, not for a file", Cli.Error("plan", "compare", _file, "--seeds", "3"), StringComparison.Ordinal);
    }

    public void Dispose() => File.Delete(_file);
}
