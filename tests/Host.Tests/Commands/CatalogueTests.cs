using ControlPlane.Policies.Catalog;

namespace ControlPlane.Host.Tests.Commands;

public sealed class CatalogueTests
{
    [Fact]
    public void Every_policy_is_listed_with_its_settings()
    {
        var list = Cli.Json("policies").AsArray();
        Assert.Equal(PolicyCatalog.All.Select(p => p.Name), list.Select(p => (string)p!["name"]!));
        Assert.Equal(PolicyCatalog.All.Select(p => p.Parameters.Count), list.Select(p => p!["settings"]!.AsArray().Count));
    }

    [Fact]
    public void One_policy_shows_source_defaults_and_what_is_allowed()
    {
        var result = Cli.Run("policies", "power-of-d");
        Assert.Contains("Source: Mitzenmacher 2001.", result.Out, StringComparison.Ordinal);
        Assert.Contains("a whole number in", result.Out, StringComparison.Ordinal);
        Assert.Contains("It has no settings.", Cli.Run("policies", "dp").Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Scenarios_are_listed_with_titles() => Assert.Matches(@"(?m)^lost-site +A site is lost +simulate, compare *$", Cli.Run("scenarios").Out);

    [Theory]
    [InlineData("bash", "complete -o default -F")]
    [InlineData("zsh", "compdef")]
    [InlineData("fish", "complete -c controlplane")]
    [InlineData("pwsh", "Register-ArgumentCompleter")]
    public void A_completion_script_registers_itself(string shell, string command) =>
        Assert.Contains(command, Cli.Run("completion", shell).Out, StringComparison.Ordinal);

    [Fact]
    public void Bench_measures_the_queue_each_policy_and_the_frontier()
    {
        var document = Cli.Json("bench", "--policy", "dp", "--days", "0.05", "--quiet");
        Assert.Equal(3, document["results"]!.AsArray().Count);
        Assert.All(document["results"]!.AsArray(), r => Assert.True((double)r!["elapsed_s"]! > 0));
        Assert.True((double)document["results"]![0]!["bytes_per_event"]! < 1);
    }
}
