namespace ControlPlane.Planning.Joint.Solving;

/// <summary>What is still free at each site in each slot: GPUs, and power that can be brought there without sun, battery and units. What energy costs there.</summary>
internal sealed class SiteRoom
{
    private readonly JointInstance _instance;
    private readonly double[][] _gpus;
    private readonly double[][] _itMw;

    public SiteRoom(JointInstance instance)
    {
        _instance = instance;
        _gpus = [.. instance.Sites.Select(site => site.Gpus.ToArray())];
        _itMw = [.. instance.Sites.Select(site => Enumerable.Range(0, instance.Slots).Select(t => Math.Min(site.ImportMw / site.Pue[t], CoolingMw(site, t)) - site.IdleMw).ToArray())];
    }

    /// <summary>GPUs that can still be made busy, each drawing this part of a GPU's power.</summary>
    public double Gpus(int site, int slot, double share)
    {
        var mwPerGpu = _instance.Sites[site].MwPerGpu * share;
        return Math.Max(0, mwPerGpu > 0 ? Math.Min(_gpus[site][slot], _itMw[site][slot] / mwPerGpu) : _gpus[site][slot]);
    }

    /// <summary>Takes GPUs.</summary>
    public void Take(int site, int slot, double gpus, double share)
    {
        _gpus[site][slot] -= gpus;
        _itMw[site][slot] -= gpus * _instance.Sites[site].MwPerGpu * share;
    }

    /// <summary>What the energy and the carbon of a GPU-hour cost when they come from the grid, USD.</summary>
    public double UsdPerGpuH(int site, int slot, double share)
    {
        var at = _instance.Sites[site];
        return at.Pue[slot] * at.MwPerGpu * share * (at.ImportUsdPerMwh[slot] + _instance.Carbon.UsdPerT * at.GridTPerMwh[slot]);
    }

    private static double CoolingMw(JointSite site, int t) => site.Pue[t] > 1 ? site.CoolingMw / (site.Pue[t] - 1) : double.PositiveInfinity;
}
