using ControlPlane.Simulation.Generation.Studies;
using ControlPlane.Simulation.Reports.Charts;
using ControlPlane.Simulation.Reports.Html;
using ControlPlane.Simulation.Scenarios;

namespace ControlPlane.Simulation.Reports.Generation;

/// <summary>The report of days of generation: one self-contained HTML file. The same study gives the same bytes.</summary>
public static class GenerationReport
{
    private const int HashDigits = 12;

    /// <summary>The report as one HTML file, to be written as UTF-8.</summary>
    /// <param name="days">The scenario.</param>
    /// <param name="policies">The rules with their days.</param>
    /// <param name="options">Provenance.</param>
    /// <exception cref="ArgumentException">There is no rule to report on.</exception>
    public static string Html(GenerationDays days, IReadOnlyList<GenerationPolicyDays> policies, ReportOptions options)
    {
        ArgumentNullException.ThrowIfNull(days);
        ArgumentNullException.ThrowIfNull(policies);
        ArgumentNullException.ThrowIfNull(options);
        if (policies.Count == 0)
            throw new ArgumentException("The study has no day to report on.", nameof(policies));
        var view = new GenerationStudyView(days, policies);
        var report = new HtmlReport(days.Title.Length > 0 ? days.Title : days.Day.Name, days.Description).KeyFigures(KeyFigures(view));
        RulesSection.Write(report, view, options);
        DaySection.Write(report, view);
        TransfersSection.Write(report, view);
        StepsSection.Write(report, view);
        HardwareSection.Write(report, view);
        GenerationMoneySection.Write(report, view);
        GenerationGlossary.Write(report, view);
        return report.ProducedBy(Provenance(view, options)).ToHtml();
    }

    private static IEnumerable<KeyFigure> KeyFigures(GenerationStudyView view)
    {
        var best = view.Shown;
        yield return new KeyFigure(
            view.HasOracle && best != view.Oracle ? "Best rule beside the oracle" : "Utility", NumberFormat.Fixed(best.UtilityUsd.Mean, 1), "USD a day", best.Policy.Label);
        if (view.Oracle is { } oracle && best != oracle)
            yield return new KeyFigure("Share of the oracle", NumberFormat.Fixed(100 * best.UtilityUsd.Mean / oracle.UtilityUsd.Mean, 1), "%", $"oracle: {NumberFormat.Fixed(oracle.UtilityUsd.Mean, 1)} USD a day");
        yield return new KeyFigure("Late", NumberFormat.Fixed(100 * best.ViolationShare.Mean, 2), "%", $"jobs not answered in time under {best.Policy.Label}");
        yield return new KeyFigure("Energy", NumberFormat.Fixed(best.Estimate(GenerationMetrics.EnergyCost.Value).Mean, 2), "USD a day", $"{NumberFormat.Fixed(best.Estimate(GenerationMetrics.Imported.Value).Mean, 0)} kWh bought");
        yield return new KeyFigure("Carbon", NumberFormat.Fixed(best.Estimate(GenerationMetrics.Carbon.Value).Mean, 1), "kg CO₂ a day", best.Policy.Label);
        yield return new KeyFigure("Jobs", NumberFormat.Count(best.Days.Average(d => d.Jobs.Offered)), "", "a day");
    }

    private static Provenance Provenance(GenerationStudyView view, ReportOptions options)
    {
        var seeds = view.Policies[0].Days.Select(d => d.Seed).ToArray();
        return new Provenance(
            options.ProductVersion, view.Days.Day.Name, Views.SeedText.Of(seeds), options.CommandLine.Length > 0 ? options.CommandLine : "not recorded",
            view.Shown.Days[0].Hash[..HashDigits] + $" ({view.Shown.Policy.Label}, seed {seeds[0]}, first {HashDigits} digits)")
        {
            Extra =
            [
                ("Rules", string.Join(" ", view.Policies.Select(p => p.Policy.Label))),
                .. view.Days.Signals.SelectMany((s, i) => s.Sources.Select(x => ($"{view.Days.Day.Providers[i].Name}", Source(x)))).Distinct(),
                .. view.Days.Signals.SelectMany(s => s.Assumptions).Distinct().Select(a => ("Assumed", a)),
            ],
        };
    }

    private static string Source(Signals.SignalSource source)
    {
        var what = string.Join(", ", new[] { source.File, source.Layout, source.Zone }.Where(t => t.Length > 0).Distinct());
        return source.Sha256.Length < HashDigits ? what : $"{what}, SHA-256 {source.Sha256[..HashDigits]}{(source.Resampling.Length > 0 ? "; " + source.Resampling : "")}";
    }
}
