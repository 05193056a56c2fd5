using ControlPlane.Fleet.Hardware;
using ControlPlane.Simulation.Scenarios;

namespace ControlPlane.Simulation.Engine.Drift;

/// <summary>What the sites of a run really need, over its time: the truth that no policy is told.</summary>
internal sealed class DriftTruth
{
    private readonly DriftPath?[] _paths;

    /// <summary>Follows a scenario.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <param name="seed">The seed of the run.</param>
    public DriftTruth(Scenario scenario, long seed)
    {
        _paths = new DriftPath?[scenario.Fleet.SiteCount];
        foreach (var drift in scenario.Drift)
            _paths[drift.Site] = new(drift, scenario.Fleet.Sites[drift.Site].Name, seed);
    }

    /// <summary>The factors on a site's table.</summary>
    /// <param name="site">Site index.</param>
    /// <param name="nowS">Seconds from the start.</param>
    public TableFactors At(int site, double nowS) => _paths[site]?.At(nowS) ?? TableFactors.None;

    /// <summary>When they change next; infinite when they never do again.</summary>
    /// <param name="site">Site index.</param>
    /// <param name="nowS">Seconds from the start.</param>
    public double NextS(int site, double nowS) => _paths[site]?.NextS(nowS) ?? double.PositiveInfinity;
}
