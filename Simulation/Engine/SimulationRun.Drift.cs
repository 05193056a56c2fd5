using ControlPlane.Simulation.Engine.Drift;

namespace ControlPlane.Simulation.Engine;

/// <content>Sites that differ from their tables: what happens to jobs follows the truth, policies keep the tables.</content>
internal sealed partial class SimulationRun
{
    private readonly DriftTruth? _truth;

    private void BeginDrift()
    {
        foreach (var drift in _scenario.Drift)
            OnDrift(drift.Site);
    }

    private void OnDrift(int site)
    {
        var factors = _truth!.At(site, _nowS);
        _sites.Drift(site, factors, _nowS);
        _auditor?.Drifted(site, factors, _nowS);
        Schedule(_truth.NextS(site, _nowS), LoopEventKind.Drift, site);
    }
}
