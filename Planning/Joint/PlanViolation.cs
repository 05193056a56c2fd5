namespace ControlPlane.Planning.Joint;

/// <summary>A rule of the instance that a plan breaks.</summary>
/// <param name="Rule">Which rule and where, as in "balance of site-1 in slot 3".</param>
/// <param name="Amount">By how much, in the rule's own unit.</param>
public sealed record PlanViolation(string Rule, double Amount)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Rule}: off by {Amount:g6}";
}
