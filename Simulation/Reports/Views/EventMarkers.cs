using ControlPlane.Simulation.Reports.Charts;
using ControlPlane.Simulation.Scenarios;

namespace ControlPlane.Simulation.Reports.Views;

/// <summary>The events of a scenario as markers of time charts. A loss and its recovery become one band.</summary>
/// <param name="Markers">The markers, those with the greatest effect first kept.</param>
/// <param name="Omitted">Events that are not drawn because there are too many or their effect is small.</param>
internal sealed record EventMarkers(IReadOnlyList<EventMarker> Markers, int Omitted)
{
    private const int Most = 8;

    private static readonly Dictionary<ScenarioEventKind, ScenarioEventKind> Ends = new()
    {
        [ScenarioEventKind.LoseSite] = ScenarioEventKind.RecoverSite,
        [ScenarioEventKind.DrainSite] = ScenarioEventKind.ResumeSite,
        [ScenarioEventKind.FailGpus] = ScenarioEventKind.RepairGpus,
    };

    public static EventMarkers Of(Scenario scenario)
    {
        var begins = scenario.Events.Where(e => !Ends.ContainsValue(e.Kind) && e.AtS <= scenario.HorizonS).ToArray();
        var drawn = begins.OrderByDescending(e => Weight(scenario, e)).Take(Most).OrderBy(e => e.AtS).ToArray();
        return new EventMarkers([.. drawn.Select(e => Marker(scenario, e))], begins.Length - drawn.Length);
    }

    /// <summary>What happens, in a few words.</summary>
    public static string Say(Scenario scenario, ScenarioEvent e)
    {
        var site = e.Site >= 0 ? scenario.Fleet.Sites[e.Site].Name : "";
        return e.Kind switch
        {
            ScenarioEventKind.LoseSite => $"{site} lost",
            ScenarioEventKind.RecoverSite => $"{site} back",
            ScenarioEventKind.DrainSite => $"{site} draining",
            ScenarioEventKind.ResumeSite => $"{site} takes jobs again",
            ScenarioEventKind.FailGpus => $"{site}: {NumberFormat.Count(e.Count)} GPUs fail",
            ScenarioEventKind.RepairGpus => $"{site}: {NumberFormat.Count(e.Count)} GPUs repaired",
            ScenarioEventKind.PreemptJobs => $"{site}: {NumberFormat.Count(e.Count)} jobs preempted",
            ScenarioEventKind.CancelJob => $"job {NumberFormat.Count(e.Count)} withdrawn",
            _ => $"load × {NumberFormat.Trimmed(e.Factor)}",
        };
    }

    // A lost or drained site counts with its GPUs, a change of load with the whole fleet's.
    private static double Weight(Scenario scenario, ScenarioEvent e) => e.Kind switch
    {
        ScenarioEventKind.SetLoad => scenario.Fleet.Sites.Sum(s => (double)s.GpuCount),
        ScenarioEventKind.LoseSite or ScenarioEventKind.DrainSite => scenario.Fleet.Sites[e.Site].GpuCount,
        ScenarioEventKind.FailGpus or ScenarioEventKind.PreemptJobs => e.Count,
        _ => 0,
    };

    private static EventMarker Marker(Scenario scenario, ScenarioEvent e)
    {
        var end = Ends.TryGetValue(e.Kind, out var kind)
            ? scenario.Events.FirstOrDefault(o => o.Kind == kind && o.Site == e.Site && o.AtS >= e.AtS)
            : null;
        return new EventMarker(e.AtS, Say(scenario, e), end?.AtS);
    }
}
