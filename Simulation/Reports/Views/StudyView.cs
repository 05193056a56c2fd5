using ControlPlane.Simulation.Reports.Charts;
using ControlPlane.Simulation.Scenarios;
using ControlPlane.Simulation.Studies;

namespace ControlPlane.Simulation.Reports.Views;

/// <summary>A study as the report looks at it: policies with their looks, and what follows from their figures.</summary>
internal sealed class StudyView
{
    /// <summary>A line chart with more lines shows only the policies of <see cref="Focus"/>.</summary>
    public const int MostLines = 5;

    public StudyView(StudyResult study, ReportOptions options)
    {
        (Study, Options) = (study, options);
        var palette = new PolicyPalette(study.Policies.Select(p => p.Policy.Label));
        Policies = [.. study.Policies.Select(p => new PolicyView(p, palette[p.Policy.Label]))];
        Steady = [.. Policies.Where(p => !p.Backlog.IsGrowing)];
        Reference = Policies.FirstOrDefault(p => p.Label == options.Baseline) ?? (Steady.Count > 0 ? Steady[0] : Policies[0]);
        Growing = [.. Policies.Where(p => p.Backlog.IsGrowing)];
        // Runs cut short are no match for whole ones.
        var eligible = Steady.Where(p => !p.IsCutShort || Policies.All(q => q.IsCutShort)).Where(KeepsBudget);
        Best = eligible.Where(p => double.IsFinite(p.Mean(Metrics.JoulesPerUnit))).MinBy(p => p.Mean(Metrics.JoulesPerUnit));
        Focus = [.. ChooseFocus()];
        Events = EventMarkers.Of(study.Scenario);
    }

    public StudyResult Study { get; }

    public ReportOptions Options { get; }

    public Scenario Scenario => Study.Scenario;

    public IReadOnlyList<PolicyView> Policies { get; }

    /// <summary>The policy that others are compared with.</summary>
    public PolicyView Reference { get; }

    /// <summary>Policies whose queue does not grow.</summary>
    public IReadOnlyList<PolicyView> Steady { get; }

    /// <summary>Policies whose queue grows.</summary>
    public IReadOnlyList<PolicyView> Growing { get; }

    /// <summary>The policy with the least energy per unit among those with a steady queue that keep the budget; null if there is none.</summary>
    public PolicyView? Best { get; }

    /// <summary>The policy that figures of a single one show.</summary>
    public PolicyView Shown => Best ?? Reference;

    /// <summary>Energy per unit that the best policy saves against the reference, J, over the seeds both have; empty when there are none, and where the reference's queue grows: its energy is that of less work.</summary>
    public Estimate SavedJ()
    {
        if (Best is null || Best == Reference || Reference.Backlog.IsGrowing)
            return Estimate.Of([]);
        var seeds = Best.Runs.Select(r => r.Seed).Intersect(Reference.Runs.Select(r => r.Seed)).ToArray();
        double[] Energies(PolicyView p) => [.. seeds.Select(seed => p.Runs.First(r => r.Seed == seed).JoulesPerUnit)];
        var pairs = Energies(Reference).Zip(Energies(Best)).Where(e => double.IsFinite(e.First + e.Second)).ToArray();
        return Estimate.OfDifference(pairs.Select(e => e.First), pairs.Select(e => e.Second));
    }

    /// <summary>The policies of line charts.</summary>
    public IReadOnlyList<PolicyView> Focus { get; }

    public EventMarkers Events { get; }

    /// <summary>Whether some policy has several runs, so that means have intervals.</summary>
    public bool HasIntervals => Policies.Any(p => p.Runs.Count > 1);

    public bool HasFrontier => Policies.Any(p => p.HasFrontier);

    /// <summary>The relative path to link for a CSV file; empty when it does not lie beside the report.</summary>
    public string Link(string csvName) =>
        Options.CsvFiles.FirstOrDefault(f => f[(f.LastIndexOf('/') + 1)..] == csvName) ?? "";

    private bool KeepsBudget(PolicyView policy) => Options.ServiceBudgetS is not { } budgetS || policy.Mean(Metrics.ServiceMean) <= budgetS;

    private IEnumerable<PolicyView> ChooseFocus()
    {
        if (Policies.Count <= MostLines)
            return Policies;
        // The published figures 2 to 4 show the algorithms of the published tables.
        var published = Options.Published?.Figures.Select(f => f.Policy).Distinct().Append(Best?.Label ?? "") ?? [];
        PolicyView[] asked = [.. (Options.Focus.Count > 0 ? Options.Focus : published).Select(label => Policies.FirstOrDefault(p => p.Label == label)).OfType<PolicyView>().Distinct()];
        if (asked.Length > 0)
            return asked;
        PolicyView?[] notable =
        [
            Reference, Best, Least(Metrics.JoulesPerUnit), Least(Metrics.AboveFrontier), Least(Metrics.ServiceMean), Growing.Count > 0 ? Growing[^1] : null,
        ];
        return notable.OfType<PolicyView>().Concat(Policies).Distinct().Take(MostLines).OrderBy(p => p.Slot);
    }

    /// <summary>The policy with a steady queue whose metric is least; null if none has the metric.</summary>
    public PolicyView? Least(Metric metric) => Steady.Where(p => double.IsFinite(p.Mean(metric))).MinBy(p => p.Mean(metric));
}
