using ControlPlane.Planning.Joint;
using ControlPlane.Simulation.Plans.Files;
using ControlPlane.Simulation.Scenarios;

namespace ControlPlane.Core.Tests.Plans;

public sealed class PlanFileTests
{
    private static readonly JointInstance Instance = SmallInstances.Generated;
    private static readonly string Text = PlanFile.Write(Instance, SmallInstances.Plan(Instance));

    [Fact]
    public void A_plan_is_read_back_and_keeps_every_rule()
    {
        var result = SmallInstances.Plan(Instance);
        var (plan, account) = PlanFile.Parse(PlanFile.Write(Instance, result), "plan.json", Instance);
        Assert.Empty(account.Violations);
        Assert.Equal(result.Plan!.Starts, plan.Starts);
        Assert.Equal(result.Account!.Money.BenefitUsd, account.Money.BenefitUsd, 1e-6);
        Assert.Equal(result.Account.EmissionsT, account.EmissionsT, 1e-9);
    }

    [Fact]
    public void A_plan_that_breaks_a_rule_is_found_out_by_the_replay()
    {
        var result = SmallInstances.Plan(Instance);
        var site = result.Plan!.Sites[0];
        double[] more = [.. site.ImportMw.Select(mw => mw + 1)];
        var cheated = result.Plan with { Sites = [site with { ImportMw = more }, .. result.Plan.Sites.Skip(1)] };
        var text = PlanFile.Write(Instance, result with { Plan = cheated, Account = PlanReplay.Run(Instance, cheated) });
        Assert.Contains(PlanFile.Parse(text, "plan.json", Instance).Account.Violations, v => v.Rule.StartsWith("power balance of site-1", StringComparison.Ordinal));
        Assert.Contains("broken_rules", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_benefit_that_the_decisions_do_not_earn_is_refused()
    {
        var at = Text.IndexOf("\"benefit_usd\": ", StringComparison.Ordinal);
        Refused(Text[..at] + "\"benefit_usd\": 1e6" + Text[Text.IndexOf(',', at)..], "is not what these decisions earn");
    }

    [Theory]
    [InlineData("\"job\": \"job-1\"", "\"job\": \"job-9\"", "the instance has no such job")]
    [InlineData("\"job\": \"job-2\"", "\"job\": \"job-1\"", "this job is there twice")]
    [InlineData("\"class\": \"class-1\"", "\"class\": \"class-9\"", "the instance has no such class")]
    [InlineData("controlplane.plan/1", "controlplane.plan/7", "must be \"controlplane.plan/1\"")]
    [InlineData("\"sites\": [", "\"sites\": [null,", "must not be null")]
    public void A_plan_of_something_else_is_refused(string good, string bad, string message)
    {
        Assert.Contains(good, Text, StringComparison.Ordinal);
        Refused(Text.Replace(good, bad, StringComparison.Ordinal), message);
    }

    [Fact]
    public void A_plan_for_another_horizon_is_refused()
    {
        var other = Instance with { Slots = Instance.Slots - 1 };
        Assert.Contains("values for 7 slots", Assert.Throws<ScenarioException>(() => PlanFile.Parse(Text, "plan.json", other)).Message, StringComparison.Ordinal);
    }

    private static void Refused(string text, string message) =>
        Assert.Contains(message, Assert.Throws<ScenarioException>(() => PlanFile.Parse(text, "plan.json", Instance)).Message, StringComparison.Ordinal);
}
