using ControlPlane.Fleet.Control.Generation;
using ControlPlane.Fleet.Generation;
using ControlPlane.Policies.Catalog;
using ControlPlane.Policies.Generation;
using ControlPlane.Policies.Generation.Live;
using ControlPlane.Simulation.Scenarios;

namespace ControlPlane.Core.Tests.Policies.Generation;

/// <summary>Rules for generation jobs on a host that runs.</summary>
public sealed class LiveGenerationTests
{
    private static readonly GenerationFleet Fleet = TestFleets.Providers();

    [Fact]
    public void The_least_loaded_provider_makes_the_images_and_the_reasons_are_kept()
    {
        var verdict = Live("least-loaded:steps=18").Decide(Question(loads: [0.5, 0.1, 0.3]));
        Assert.Equal((new GenerationDecision(1, 18), false), (verdict.Decision, verdict.IsReplaced));
        Assert.Equal((1, 18, 0.1), (verdict.Options[0].Provider, verdict.Options[0].Steps, verdict.Options[0].Score!.Value));
        Assert.Equal(3, verdict.Options.Count);
    }

    [Fact]
    public void Who_drains_is_not_chosen_and_the_reason_says_so()
    {
        var verdict = Live("least-loaded:steps=18").Decide(Question(loads: [0.5, 0.1, 0.3], draining: 1));
        Assert.Equal(2, verdict.Decision.Provider);
        Assert.Equal("is draining", verdict.Options.Single(o => o.Provider == 1).Masked);
    }

    [Fact]
    public void Every_rule_decides_also_where_prices_are_not_known()
    {
        foreach (var rule in GenerationPolicyCatalog.All)
        {
            var verdict = Live(rule.Name).Decide(Question(loads: [0.5, 0.1, 0.3]));
            Assert.InRange(verdict.Decision.Provider, 0, 2);
            Assert.Contains(verdict.Decision.Steps, Fleet.Steps);
        }
    }

    private static LiveGeneration Live(string rule) => new(PolicyModels.Load(PolicySpec.Parse(rule, GenerationPolicyCatalog.All), GenerationPolicyCatalog.All));

    private static GenerationQuestion Question(double[] loads, int draining = -1) => new(
        Fleet,
        new GenerationCohort(1, 0, 0, 1, 60, -1, 1, 1, 1, 0),
        Slot: 0,
        HourOfDay: 0,
        [.. loads.Select((load, i) => new AskedProvider(
            new ProviderStatus(load, 0, i == draining), Conditions: null, Soc: 0, TransferUsd: 0, [.. Fleet.Steps.Select(_ => new GenerationQuote(true, double.NaN, 10, 0.5, 0.01))]))]);
}
