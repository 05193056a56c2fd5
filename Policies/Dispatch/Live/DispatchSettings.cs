using ControlPlane.Fleet.Energy;

namespace ControlPlane.Policies.Dispatch.Live;

/// <summary>How a host decides what batteries do.</summary>
public sealed record DispatchSettings
{
    /// <summary>Name of the dispatcher of sites with a battery or a generator; the others have nothing to decide.</summary>
    public string Policy { get; init; } = "threshold";

    /// <summary>Prices and weather.</summary>
    public ISiteSignals Signals { get; init; } = new NoSignals();

    /// <summary>How long a dispatcher may take; then the slot goes on without it.</summary>
    public TimeSpan Budget { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>How far the forecast reaches, hours.</summary>
    public int ForecastHours { get; init; } = 24;

    /// <summary>Makes a dispatcher for a site.</summary>
    public Func<string, SiteEnergySpec, IDispatchPolicy> Create { get; init; } = DispatchCatalog.Create;
}
