using System.Diagnostics.Metrics;
using ControlPlane.Policies.Shield;

namespace ControlPlane.Grains.Decisions;

/// <summary>What the shields of this process did, by what was asked (tag <c>stage</c>) and why (tag <c>reason</c>).</summary>
internal static class ShieldMetrics
{
    private static readonly Meter Meter = new("ControlPlane.Grains");
    private static readonly Counter<long> Replaced = Meter.CreateCounter<long>(
        "controlplane.grains.shield.replaced", "{decision}", "Decisions of policies that did not take effect: the fall-back decided.");

    private static readonly Counter<long> Caught = Meter.CreateCounter<long>(
        "controlplane.grains.shield.caught", "{failure}", "Failures of policies that replaced no decision.");

    private static readonly Counter<long> LastResorts = Meter.CreateCounter<long>(
        "controlplane.grains.shield.last_resorts", "{decision}", "Replaced decisions in which the fall-back failed too.");

    public static void Intervened(Intervention intervention)
    {
        var stage = new KeyValuePair<string, object?>("stage", intervention.Stage.ToString());
        var reason = new KeyValuePair<string, object?>("reason", intervention.Refusal.Reason.ToString());
        (intervention.IsReplacement ? Replaced : Caught).Add(1, stage, reason);
        if (!intervention.FallbackRefusal.IsNone)
            LastResorts.Add(1, stage, reason);
    }
}
