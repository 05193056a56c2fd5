using ControlPlane.Simulation.Reports.Html;
using ControlPlane.Simulation.Reports.Views;
using ControlPlane.Simulation.Studies;

namespace ControlPlane.Simulation.Reports.Sections;

/// <summary>The main table: one row a policy.</summary>
internal static class PolicyTableSection
{
    private static readonly Metric[] Shown =
    [
        Metrics.JoulesPerUnit, Metrics.AboveFrontier, Metrics.ServiceMean, Metrics.WaitMean, Metrics.TotalMean, Metrics.Completed, Metrics.WaitingAtEnd,
        Metrics.MeanPower,
    ];

    private static readonly Metric[] OnDemand =
    [
        Metrics.ServiceP95, Metrics.ServiceP99, Metrics.WaitP99, Metrics.WanMean, Metrics.Energy, Metrics.Interruptions, Metrics.LostWork,
        Metrics.ShieldInterventions,
    ];

    public static void Write(HtmlReport report, StudyView view)
    {
        var section = report.Section(view.Policies.Count == 1 ? "Key results" : "The policies compared");
        section.Paragraph(
            (view.Policies.Count == 1 || view.Study.Partial ? "" : "Click a heading to sort. Marked is the best of each column"
            + (view.Growing.Count == 0 ? ". " : " among the policies with a steady queue; ↗ means that the queue grows. "))
            + "**Energy** counts the whole fleet, sleeping GPUs included, per unit of work done. "
            + (view.HasFrontier ? "**Above frontier** is the part of it that the best possible policy would not need, at the same load and service time. " : "")
            + "**Service** is time on GPUs, **wait** is time in queues, **total** is both and the transfer.");
        section.Table(MetricTable.Of(view, "Policies", Shown));
        var more = OnDemand.Where(m => Exists(view, m) && view.Policies.Any(p => p.Mean(m) != 0)).ToArray();
        if (more.Length > 0)
            section.Details(view.Policies.Count == 1 ? "More figures" : "More figures of each policy", d => d.Table(MetricTable.Of(view, "Further figures", more)));
    }

    private static bool Exists(StudyView view, Metric metric) => view.Policies.Any(p => double.IsFinite(p.Mean(metric)));
}
