using ControlPlane.Core.Tests.Policies.Shield;
using ControlPlane.Policies.Catalog;
using ControlPlane.Simulation.Engine;
using ControlPlane.Simulation.Engine.Hosting;
using ControlPlane.Simulation.Results;
using ControlPlane.Simulation.Scenarios;

namespace ControlPlane.Core.Tests.Engine;

/// <summary>A policy that is asked about every decision of a simulated one, without effect.</summary>
public sealed class SimulatedShadowTests
{
    private static readonly Scenario Busy = TestFleets.Small(horizonS: 6_000, ratePerS: 0.1);

    public static TheoryData<string> All => [.. PolicyCatalog.WithoutRates.Select(p => p.Name)];

    /// <summary>Those that choose the same when they know the same: they draw nothing.</summary>
    public static TheoryData<string> Sure => ["round-robin", "weighted-round-robin", "least-loaded", "shortest-completion", "least-energy", "fluid", "chsac"];

    [Theory]
    [MemberData(nameof(All))]
    public void A_run_is_the_same_with_a_shadow_and_without(string name)
    {
        foreach (var random in (RandomMode[])[RandomMode.Published, RandomMode.Independent])
        {
            var scenario = Busy with { Random = random };
            Assert.Equal(Run(scenario, name, null).EventLogHash, Run(scenario, name, "masked-uniform").EventLogHash);
        }
    }

    [Theory]
    [MemberData(nameof(Sure))]
    public void The_deciding_policy_as_its_own_shadow_agrees_about_everything(string name)
    {
        var run = Run(Busy with { Random = RandomMode.Independent }, name, name);
        var tally = run.Shadow!.Tally;
        Assert.Equal((run.Jobs.Submitted, 0, 0, 0), (tally.Compared, tally.OtherSite, tally.OtherGpus, tally.Failed));
        Assert.Equal((0, 0), (tally.EnergyJ, tally.CompletionS));
    }

    [Fact]
    public void One_that_decides_otherwise_is_counted_with_what_it_would_have_cost()
    {
        var tally = Run(Busy, "least-energy:gpus=1", "least-energy:gpus=4").Shadow!.Tally;
        Assert.True(tally.OtherSite + tally.OtherGpus > tally.Compared / 2, $"{tally}");
        // More GPUs to a job: sooner done with more energy.
        Assert.True(tally is { EnergyJ: > 0, CompletionS: < 0 }, $"{tally}");
        Assert.True(tally.Scored > 0 && tally.ScoreRegret >= 0, $"{tally}");
    }

    [Fact]
    public void A_shadow_that_does_wrong_is_counted_and_changes_nothing()
    {
        var host = new DirectHost((spec, context) =>
            spec.Name == "rogue" ? new RoguePolicy(Mischief.Everything, context.View, 1) : PolicyCatalog.Create(spec, context));
        var run = Simulator.Run(Busy, new PolicySpec("least-loaded"), 3, new RunOptions { Host = host, Shadow = new PolicySpec("rogue") });
        Assert.InRange(run.Shadow!.Tally.Failed, run.Jobs.Submitted / 10, run.Jobs.Submitted - 1);
        Assert.Equal(run.Jobs.Submitted, run.Shadow.Tally.Compared + run.Shadow.Tally.Failed);
        Assert.Equal((Run(Busy, "least-loaded", null).EventLogHash, 0), (run.EventLogHash, run.Shield.Total));
    }

    [Fact]
    public void One_that_must_know_prices_is_refused_where_there_are_none() =>
        Assert.Contains("'lowest-price' needs to know what energy costs", Assert.Throws<ArgumentException>(() => Run(Busy, "least-loaded", "lowest-price")).Message, StringComparison.Ordinal);

    private static RunResult Run(Scenario scenario, string policy, string? shadow) =>
        Simulator.Run(scenario, Loaded(policy), 3, new RunOptions { Shadow = shadow is null ? null : Loaded(shadow) });

    private static PolicySpec Loaded(string policy) => PolicyModels.Load(PolicySpec.Parse(policy));
}
