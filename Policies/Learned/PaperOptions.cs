using ControlPlane.Fleet.Decisions;
using ControlPlane.Fleet.Jobs;
using ControlPlane.Policies.Catalog;
using ControlPlane.Policies.Fluid;

namespace ControlPlane.Policies.Learned;

/// <summary>The actions of CHSAC-AF, site x GPU count at the energy-optimal clock: which are feasible, and what they cost at once.</summary>
/// <param name="context">What the policy is made with.</param>
/// <param name="counts">GPU counts.</param>
/// <param name="isMasked">Whether only feasible actions are offered.</param>
internal sealed class PaperOptions(PolicyContext context, int counts, bool isMasked)
{
    private const double LoadWindowS = 4 * 3600;
    private readonly OptionMask _mask = new(context, counts);
    private readonly bool[] _all = [.. Enumerable.Repeat(true, context.Model.SiteCount * counts)];
    private readonly double _joules = context.Model.Tables.Average(t => t.JoulesPerUnit(t.Efficient(1)));

    /// <summary>GPU counts.</summary>
    public int Counts => counts;

    /// <summary>Offered load and mean size, estimated.</summary>
    public LoadEstimator Load { get; } = new(LoadWindowS, context.LoadUnitsPerS, context.MeanSizeUnits);

    /// <summary>Which actions are offered.</summary>
    public bool[] Offered => isMasked ? _mask.Feasible : _all;

    /// <summary>Free GPUs that are not reserved, by site.</summary>
    public ReadOnlySpan<int> Free => _mask.Free;

    /// <summary>Looks at the fleet.</summary>
    /// <returns>Whether some action is feasible.</returns>
    public bool Look(in Job job, FleetView view) => _mask.Look(job, view);

    /// <summary>Whether an action is feasible.</summary>
    public bool IsFeasible(int action) => _mask.Feasible[action];

    /// <summary>The placement of an action.</summary>
    public Placement Of(int action) => new(action / counts, context.Model.Tables[action / counts].Efficient(action % counts + 1));

    /// <summary>The job goes there; where the action is not feasible, to the first that is.</summary>
    public Placement Take(int action)
    {
        var placement = Of(IsFeasible(action) ? action : Array.IndexOf(_mask.Feasible, true));
        _mask.Sent(placement);
        return placement;
    }

    /// <summary>Energy of a unit above sleep, over the fleet's mean on one GPU.</summary>
    public double Energy(in Placement placement) => context.Model.JoulesAboveSleep(placement.Site, placement.Wanted) / _joules;

    /// <summary>Service time, and the wait where the job has to wait, s.</summary>
    public double TimeS(FleetView view, in Placement placement, double sizeUnits)
    {
        var seconds = context.Model.Tables[placement.Site].SecondsPerUnit(placement.Wanted);
        var waitS = _mask.Free[placement.Site] > 0 ? 0 : _mask.WaitS(view, placement.Site, placement.Wanted.Gpus * seconds * Load.MeanSizeUnits);
        return sizeUnits * seconds + waitS;
    }
}
