namespace ControlPlane.Planning.Joint.Solving;

/// <summary>A plan with its replay.</summary>
/// <param name="Plan">The plan.</param>
/// <param name="Account">Its replay.</param>
internal sealed record Replayed(JointPlan Plan, PlanAccount Account)
{
    public double BenefitUsd => Account.Money.BenefitUsd;

    /// <summary>Replays a plan; null for no plan and for one that breaks a rule.</summary>
    public static Replayed? Of(JointInstance instance, JointPlan? plan) =>
        plan is not null && PlanReplay.Run(instance, plan) is { Violations.Count: 0 } account ? new Replayed(plan, account) : null;

    /// <summary>The one that earns more.</summary>
    public static Replayed? Better(Replayed? first, Replayed? second) =>
        first is null || second?.BenefitUsd > first.BenefitUsd ? second : first;
}
