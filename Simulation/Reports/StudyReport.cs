using ControlPlane.Simulation.Reports.Sections;
using ControlPlane.Simulation.Reports.Tables;
using ControlPlane.Simulation.Reports.Views;
using ControlPlane.Simulation.Studies;

namespace ControlPlane.Simulation.Reports;

/// <summary>Reports of a study: one self-contained HTML file, and its figures as CSV. The same study gives the same bytes.</summary>
public static class StudyReport
{
    /// <summary>The report as one HTML file, to be written as UTF-8.</summary>
    /// <param name="study">The study.</param>
    /// <param name="options">Provenance, the policy to compare with, published figures.</param>
    /// <exception cref="ArgumentException">The study has no run.</exception>
    public static string Html(StudyResult study, ReportOptions options)
    {
        ArgumentNullException.ThrowIfNull(study);
        ArgumentNullException.ThrowIfNull(options);
        if (study.Policies.Count == 0)
            throw new ArgumentException("The study has no run to report on.", nameof(study));
        var view = new StudyView(study, options);
        var report = HeadSection.Begin(view);
        PublishedSection.Write(report, view);
        FindingsSection.Write(report, view);
        FrontierSection.Write(report, view);
        PolicyTableSection.Write(report, view);
        MoneySection.Write(report, view);
        PowerSection.Write(report, view);
        WaitingSection.Write(report, view);
        LatencySection.Write(report, view);
        RoutesSection.Write(report, view);
        AllocationsSection.Write(report, view);
        SitesSection.Write(report, view);
        ShadowSection.Write(report, view);
        PricesSection.Write(report, view);
        GlossarySection.Write(report, view);
        ProvenanceFooter.Write(report, view);
        return report.ToHtml();
    }

    /// <summary>
    /// The study's figures as CSV (RFC 4180, invariant culture, units in the column names, numbers in full, an empty field for what does not exist):
    /// summary, runs, sites, queue by day, time series, routes, allocations and frontier.
    /// </summary>
    /// <param name="study">The study.</param>
    public static IReadOnlyList<ReportFile> Tables(StudyResult study)
    {
        ArgumentNullException.ThrowIfNull(study);
        return
        [
            SummaryCsv.Of(study), RunsCsv.Of(study), SitesCsv.Of(study), QueueCsv.Of(study), SeriesCsv.Of(study), RoutesCsv.Of(study),
            AllocationsCsv.Of(study), FrontierCsv.Of(study),
        ];
    }

    /// <summary>The report's first picture as a file of its own: energy against service time with the frontier, as SVG. None when no work was done.</summary>
    /// <param name="study">The study.</param>
    /// <param name="options">As for <see cref="Html"/>.</param>
    public static ReportFile? Picture(StudyResult study, ReportOptions options)
    {
        ArgumentNullException.ThrowIfNull(study);
        ArgumentNullException.ThrowIfNull(options);
        return FrontierSection.Picture(new StudyView(study, options)) is { } svg ? new ReportFile("energy_frontier.svg", svg) : null;
    }
}
