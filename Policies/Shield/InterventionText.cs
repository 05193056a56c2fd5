using ControlPlane.Fleet.Decisions;

namespace ControlPlane.Policies.Shield;

/// <summary>Interventions in words.</summary>
public static class InterventionText
{
    /// <summary>Why the shield intervened, with the details.</summary>
    /// <param name="refusal">What was wrong.</param>
    public static string Of(in Refusal refusal)
    {
        var words = refusal.Reason switch
        {
            ShieldReason.None => "nothing",
            ShieldReason.InfeasibleSite => "infeasible site",
            ShieldReason.InfeasibleAllocation => "infeasible allocation",
            ShieldReason.NotANumber => "not a number",
            ShieldReason.Threw => "the policy threw",
            ShieldReason.Late => "late",
            ShieldReason.Stale => "stale",
            ShieldReason.Benched => "not asked: late too often, benched for a while",
            _ => refusal.Reason.ToString(),
        };
        if (refusal.Mask != MaskReason.None)
            words += $", masked: {refusal.Mask}";
        return refusal.Detail is { } detail ? $"{words}: {detail}" : words;
    }

    /// <summary>One intervention in one line.</summary>
    /// <param name="intervention">The intervention.</param>
    public static string Of(Intervention intervention)
    {
        ArgumentNullException.ThrowIfNull(intervention);
        var text = $"{intervention.Stage} at {intervention.TimeS:0.###} s: {Of(intervention.Refusal)}";
        if (intervention.Said is { } said)
            text += $"; the policy said {Of(said)}";
        if (intervention.Instead is { } instead)
            text += $"; done instead: {Of(instead)}";
        return intervention.FallbackRefusal.IsNone ? text : $"{text}, because the fall-back failed too ({Of(intervention.FallbackRefusal)})";
    }

    /// <summary>What a policy said, as indices: it need not exist.</summary>
    /// <param name="placement">The placement.</param>
    public static string Of(in Placement placement) =>
        placement == Placement.Hold ? "hold" : $"site {placement.Site}, {placement.Wanted.Gpus} GPUs at clock level {placement.Wanted.ClockLevel}";
}
