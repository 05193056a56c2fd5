using ControlPlane.Fleet.Control;
using ControlPlane.Fleet.Control.Energy;
using ControlPlane.Fleet.Control.Policies;

namespace ControlPlane.Client.Node.Watching;

/// <summary>A node at one moment, as <c>top</c> shows it.</summary>
/// <param name="At">The moment, by this machine's clock.</param>
/// <param name="Host">How it is.</param>
/// <param name="Sites">Its sites.</param>
/// <param name="Ledger">Its ledger.</param>
/// <param name="Policy">The version of the policy that decides; null if none does.</param>
/// <param name="Rates">Jobs completed a second between looks, the last one last; empty after the first look.</param>
/// <param name="Events">The last events, the newest last.</param>
internal sealed record TopView(
    DateTimeOffset At,
    HostView Host,
    IReadOnlyList<SiteView> Sites,
    LedgerView Ledger,
    PolicyView? Policy,
    IReadOnlyList<double> Rates,
    IReadOnlyList<ControlEvent> Events)
{
    /// <summary>The energy of its sites; empty where none has an energy side.</summary>
    public IReadOnlyList<SiteEnergyView> Energy { get; init; } = [];

    /// <summary>Which versions of the policy decide, and which only watch; null where that is not known.</summary>
    public PolicyLifeView? Life { get; init; }

    /// <summary>Present power of all sites, watts.</summary>
    public double PowerW => Sites.Sum(s => s.PowerW);

    /// <summary>Jobs completed a second since the last look; null after the first.</summary>
    public double? CompletedPerS => Rates.Count == 0 ? null : Rates[^1];
}
