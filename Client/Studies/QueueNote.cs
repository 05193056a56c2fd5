using ControlPlane.Client.Showing;
using ControlPlane.Simulation.Scenarios;
using ControlPlane.Simulation.Studies;

namespace ControlPlane.Client.Studies;

/// <summary>What to know of policies whose queues grow.</summary>
internal static class QueueNote
{
    private const double Full = 1;

    /// <summary>A note where some do, and one where no policy could carry the load.</summary>
    /// <param name="study">The study.</param>
    public static IEnumerable<string> Of(StudyResult study)
    {
        var growing = study.Policies.Where(p => !Comparison.KeepsUp(p.Runs)).Select(p => p.Policy.Label).ToArray();
        if (growing.Length == 0)
            yield break;
        yield return $"Note: jobs pile up under {string.Join(", ", growing)}: energy and times speak of the work done only, and do not compare with those of policies that keep up.";
        var share = OfferedLoad.Of(study.Scenario).UnitsPerS / FleetTables.CapacityUnitsPerS(study.Scenario);
        if (share > Full)
            yield return $"The load is {100 * share:0} % of what the fleet can do: no policy can carry it.";
    }
}
