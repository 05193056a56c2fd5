using ControlPlane.Fleet.Decisions;
using ControlPlane.Fleet.Jobs;
using ControlPlane.Policies.Catalog;
using ControlPlane.Policies.Fluid;

namespace ControlPlane.Policies.Learned;

/// <summary>The actions of CHSAC-AF, site x GPU count at the energy-optimal clock: which are feasible, and what they cost at once.</summary>
internal sealed class PaperOptions : IStatusListener
{
    private const double LoadWindowS = 4 * 3600;
    private readonly PolicyContext _context;
    private readonly Reservations _reservations;
    private readonly int[] _free;
    private readonly double _joules;

    public PaperOptions(PolicyContext context, int counts)
    {
        _context = context;
        Counts = counts;
        (_reservations, _free) = (new(context.Model.SiteCount), new int[context.Model.SiteCount]);
        Mask = new bool[context.Model.SiteCount * counts];
        Load = new(LoadWindowS, context.LoadUnitsPerS, context.MeanSizeUnits);
        _joules = context.Model.Tables.Average(t => t.JoulesPerUnit(t.Efficient(1)));
        context.View.Subscribe(this);
    }

    /// <summary>GPU counts.</summary>
    public int Counts { get; }

    /// <summary>Offered load and mean size, estimated.</summary>
    public LoadEstimator Load { get; }

    /// <summary>Which actions are feasible: the count is masked by what is free at its own site.</summary>
    public bool[] Mask { get; }

    /// <summary>Free GPUs that are not reserved, by site.</summary>
    public ReadOnlySpan<int> Free => _free;

    public void StatusChanged(int site) => _reservations.Changed(_context.View, site);

    /// <summary>Sets <see cref="Mask"/>. Where nobody has a free GPU jobs may wait at any feasible site.</summary>
    /// <returns>Whether some action is feasible.</returns>
    public bool Look(in Job job, FleetView view)
    {
        var hasRoom = false;
        for (var site = 0; site < _free.Length; site++)
        {
            _free[site] = _reservations.Free(view, site);
            hasRoom |= _free[site] > 0 && Feasibility.Check(job, view.Sites[site]) == MaskReason.None;
        }

        for (var site = 0; site < _free.Length; site++)
        {
            var isFeasible = Feasibility.Check(job, view.Sites[site]) == MaskReason.None;
            var most = !isFeasible ? 0 : Math.Min(hasRoom ? _free[site] : view.Sites[site].UpGpus, _context.Model.Tables[site].MaxGpus);
            for (var gpus = 1; gpus <= Counts; gpus++)
                Mask[site * Counts + gpus - 1] = gpus <= most;
        }

        return Mask.Contains(true);
    }

    /// <summary>The placement of an action.</summary>
    public Placement Of(int action) => new(action / Counts, _context.Model.Tables[action / Counts].Efficient(action % Counts + 1));

    /// <summary>The job goes there.</summary>
    public Placement Take(int action)
    {
        var placement = Of(action);
        _reservations.Sent(placement.Site, placement.Wanted.Gpus);
        return placement;
    }

    /// <summary>Energy of a unit above sleep, over the fleet's mean on one GPU.</summary>
    public double Energy(in Placement placement)
    {
        var (table, wanted) = (_context.Model.Tables[placement.Site], placement.Wanted);
        var sleepW = _context.Model.Sites[placement.Site].Gpu.SleepW;
        return (table.JoulesPerUnit(wanted) - sleepW * wanted.Gpus * table.SecondsPerUnit(wanted)) / _joules;
    }

    /// <summary>Service time, and the wait where the job has to wait, s.</summary>
    public double TimeS(FleetView view, in Placement placement, double sizeUnits)
    {
        var seconds = SecondsPerUnit(placement);
        ref readonly var status = ref view.Sites[placement.Site];
        var waitS = _free[placement.Site] > 0
            ? 0
            : (status.Queued + view.InTransit[placement.Site] + 1) * placement.Wanted.Gpus * seconds * Load.MeanSizeUnits / Math.Max(1, status.UpGpus);
        return sizeUnits * seconds + waitS;
    }

    private double SecondsPerUnit(in Placement placement) => _context.Model.Tables[placement.Site].SecondsPerUnit(placement.Wanted);
}
