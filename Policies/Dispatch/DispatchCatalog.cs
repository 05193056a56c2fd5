using ControlPlane.Fleet.Energy;

namespace ControlPlane.Policies.Dispatch;

/// <summary>All dispatchers that the product ships.</summary>
public static class DispatchCatalog
{
    /// <summary>Their names, the simplest first.</summary>
    public static IReadOnlyList<string> Names { get; } = ["none", "self-consumption", "threshold", "horizon", "planned"];

    /// <summary>Makes a dispatcher for one site.</summary>
    /// <param name="name">One of <see cref="Names"/>.</param>
    /// <param name="site">The site; one without a battery gets none.</param>
    /// <exception cref="ArgumentException">There is no such dispatcher; the message names them all.</exception>
    public static IDispatchPolicy Create(string name, SiteEnergySpec site)
    {
        ArgumentNullException.ThrowIfNull(site);
        return name switch
        {
            "none" => new NoDispatch(),
            "self-consumption" => new SelfConsumption(),
            "threshold" => new ThresholdArbitrage(),
            "planned" => new PlannedDispatch(),
            "horizon" => site.Battery is { } battery ? new HorizonDispatch(battery, site.Grid) : new NoDispatch(),
            _ => throw new ArgumentException($"There is no dispatcher '{name}'; there are {string.Join(", ", Names)}.", nameof(name)),
        };
    }
}
