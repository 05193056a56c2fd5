using ControlPlane.Core.Tests.Generation;
using ControlPlane.Fleet.Generation;
using ControlPlane.Fleet.Randomness;
using ControlPlane.Policies.Catalog;
using ControlPlane.Policies.Generation;
using ControlPlane.Simulation.Generation;
using ControlPlane.Simulation.Scenarios;

namespace ControlPlane.Core.Tests.Policies.Generation;

public sealed class GenerationRuleTests
{
    public static TheoryData<string> Names => [.. GenerationPolicyCatalog.All.Select(p => p.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_rule_decides_what_its_explanation_ranks_first(string name)
    {
        using var day = new GenerationDay(GenerationPresets.Hard(TestDays.Signals(1)), 1);
        var rule = GenerationPolicyCatalog.Create(PolicyModels.Load(new PolicySpec(name), GenerationPolicyCatalog.All), new RandomStream(1, "rule"));
        for (var i = 0; i < 60; i++)
        {
            var explanation = rule.Explain(day.View);
            Assert.Equal(30, explanation.Options.Count);
            var decision = rule.Decide(day.View);
            Assert.True(day.View.IsFeasible(decision));
            if (explanation.Options[0] is { Score: not null } first)
                Assert.Equal(decision, new GenerationDecision(first.Provider, first.Steps));
            day.Apply(decision);
        }
    }

    [Fact]
    public void The_documentation_lists_the_rules_in_their_order()
    {
        var lines = File.ReadLines(Path.Combine(Repository.Root, "docs", "POLICIES.md")).SkipWhile(l => l != "## Rules for generation jobs");
        Assert.Equal(GenerationPolicyCatalog.All.Select(p => p.Name), lines.Where(l => l.StartsWith("| `", StringComparison.Ordinal)).Select(l => l.Split('`')[1]));
    }

    [Fact]
    public void Mask_leaves_out_exactly_what_cannot_be_back_in_time()
    {
        using var day = new GenerationDay(GenerationPresets.Hard(TestDays.Signals(1)), 1);
        // The first cohort is submitted at SD1.5 with a deadline of 5 s; SD3.5 is 0.27 + 0.48 s away.
        var view = day.View;
        for (var choice = 0; choice < view.Steps.Count; choice++)
        {
            var roundS = 2 * 0.75 + 0.16 + view.Steps[choice] * 0.145;
            Assert.Equal(roundS <= 5 ? GenerationMask.None : GenerationMask.TooSlow, view.Mask(2, choice));
        }

        Assert.Equal(0.02e-9 * 3e5, view.TransferUsd[1], 15);
        Assert.Equal(0, view.TransferUsd[0]);
    }

    [Fact]
    public void Round_robin_goes_round_and_least_loaded_takes_the_idlest()
    {
        using var day = new GenerationDay(GenerationPresets.Normal(TestDays.Signals(1)), 1);
        var turns = new RoundRobinGeneration(10);
        for (var i = 0; i < 7; i++)
            Assert.Equal(i % 3, turns.Decide(day.View).Provider);
        for (var provider = 0; provider < 3; provider++)
            day.View.Providers[provider] = day.View.Providers[provider] with { Status = new ProviderStatus(provider == 1 ? 0.1 : 0.5, provider == 1 ? 0.2 : 0, false) };
        Assert.Equal(1, new LeastLoadedGeneration(10).Decide(day.View).Provider);
    }

    [Fact]
    public void Rule_that_throws_is_replaced_and_counted()
    {
        var shield = new GenerationShield();
        using var day = new GenerationDay(GenerationPresets.Normal(TestDays.Signals(1)), 1, shield: shield);
        day.Apply(shield.Ask(new Broken(), day.View));
        Assert.Equal((1, 1), (shield.Failed, shield.Replaced));
        Assert.Equal(1, day.Result("broken").Replaced);
    }

    private sealed class Broken : IGenerationPolicy
    {
        public GenerationDecision Decide(GenerationView view) => throw new InvalidOperationException("broken");

        public GenerationExplanation Explain(GenerationView view) => throw new InvalidOperationException("broken");
    }
}
