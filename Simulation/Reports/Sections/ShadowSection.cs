using ControlPlane.Simulation.Reports.Html;
using ControlPlane.Simulation.Reports.Views;
using ControlPlane.Simulation.Studies;

namespace ControlPlane.Simulation.Reports.Sections;

/// <summary>What a shadow would have done beside each policy; nothing without one.</summary>
internal static class ShadowSection
{
    public static void Write(HtmlReport report, StudyView view)
    {
        if (view.Policies.SelectMany(p => p.Runs).FirstOrDefault(r => r.Shadow is not null)?.Shadow is not { } shadow)
            return;
        var section = report.Section($"{shadow.Policy} as a shadow");
        section.Paragraph(
            $"**{shadow.Policy}** was asked about every decision of each policy, on what that policy had led to, and had no effect. **Elsewhere** is another site, **other GPUs** the same site "
            + "with another count or clock. Differences are the shadow's choice less the one that took effect: **regret** in the scores of the policy that decided (least wins), "
            + "**energy** and **completion** as the operating tables predict them. A shadow is compared decision by decision; how the fleet would be under it, its own run shows.");
        section.Table(MetricTable.Of(view, $"Decisions of {shadow.Policy} beside those that took effect", ShadowMetrics.All));
    }
}
