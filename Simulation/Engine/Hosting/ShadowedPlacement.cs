using ControlPlane.Fleet.Decisions;
using ControlPlane.Fleet.Jobs;
using ControlPlane.Policies.Threads;

namespace ControlPlane.Simulation.Engine.Hosting;

/// <summary>A rule beside which a shadow is asked about every decision.</summary>
/// <param name="rule">The rule that decides.</param>
/// <param name="explained">The same, as it scores its options.</param>
/// <param name="shadow">The shadow.</param>
/// <param name="sites">Sites of the fleet.</param>
internal sealed class ShadowedPlacement(IPlacementRule rule, IExplainedRule explained, ShadowBeside shadow, int sites) : IPlacementRule
{
    private readonly RankedOption[] _options = new RankedOption[sites];

    public Placement Place(in Job job, FleetView view)
    {
        // Before it decides: deciding may change what it knows.
        var count = Math.Min(explained.Rank(job, view, _options), _options.Length);
        var placement = rule.Place(job, view);
        shadow.Decided(job, preferred: null, view, placement, _options.AsSpan(0, count));
        return placement;
    }
}
