using ControlPlane.Fleet;
using ControlPlane.Fleet.Hardware;
using ControlPlane.Fleet.Ledger;
using ControlPlane.Fleet.Sites;
using ControlPlane.Simulation.Engine.Hosting;

namespace ControlPlane.Simulation.Engine;

/// <summary>
/// Recounts everything after every event, independently of the counters that entities keep: jobs by phase, GPUs, power from the operating
/// points, and energy by its own integration.
/// </summary>
internal sealed class Auditor(FleetModel model, ISiteOperations sites, IIngressOperations ingresses)
{
    private const double RelativeTolerance = 1e-9;
    private readonly double[] _powerW = [.. model.Sites.Select((_, i) => sites.Status(i, 0).PowerW)];
    private readonly double[] _energyJ = new double[model.SiteCount];
    private readonly List<Run> _runs = [];
    // What each site was told of its factors, in order of time: runs keep those of their start.
    private readonly List<(double AtS, TableFactors Factors)>[] _factors = [.. model.Sites.Select(_ => new List<(double, TableFactors)> { (0, TableFactors.None) })];
    private double _lastS;

    public void Check(double nowS, JobLedger ledger)
    {
        SiteStatus[] statuses = [.. model.Sites.Select((_, i) => sites.Status(i, nowS))];
        var counts = ledger.Snapshot();
        Require(counts.Closes, nowS, $"the job ledger does not close: {counts}");
        Require(counts.Held == ingresses.Held, nowS, $"{ingresses.Held} jobs are held, the ledger says {counts.Held}");
        Require(counts.Transferring == ingresses.InTransit, nowS, $"{ingresses.InTransit} jobs are in transfer, the ledger says {counts.Transferring}");
        Require(counts.Queued == statuses.Sum(s => s.Queued), nowS, $"the ledger says {counts.Queued} queued");
        Require(counts.Running == statuses.Sum(s => s.Running), nowS, $"the ledger says {counts.Running} running");
        foreach (var status in statuses)
            CheckSite(status, nowS);
        _lastS = nowS;
    }

    /// <summary>A site differs from its table from now on.</summary>
    public void Drifted(int site, in TableFactors factors, double nowS) => _factors[site].Add((nowS, factors));

    private static void Require(bool holds, double nowS, string complaint)
    {
        if (!holds)
            throw new InvalidOperationException($"Conservation is violated at {nowS} s: {complaint}.");
    }

    private void CheckSite(in SiteStatus site, double nowS)
    {
        var spec = model.Sites[site.Site];
        var account = sites.Account(site.Site, nowS);
        var busy = 0;
        var powerW = 0.0;
        _runs.Clear();
        sites.CollectRuns(site.Site, _runs);
        foreach (var run in _runs)
        {
            busy += run.Allocation.Gpus;
            powerW += CheckRun(site.Site, run, nowS);
        }

        var name = spec.Name;
        Require(_runs.Count == site.Running, nowS, $"{name} has {_runs.Count} runs and says {site.Running}");
        Require(busy + site.FreeGpus == site.UpGpus, nowS, $"{name} has {busy} busy and {site.FreeGpus} free of {site.UpGpus} GPUs");
        Require(site.UpGpus == (site.IsUp ? spec.GpuCount - account.FailedGpus : 0), nowS, $"{name} has {site.UpGpus} working GPUs");
        powerW += spec.Gpu.SleepW * (site.UpGpus - busy);
        Require(Close(powerW, site.PowerW), nowS, $"{name} draws {powerW} W and says {site.PowerW}");

        _energyJ[site.Site] += _powerW[site.Site] * (nowS - _lastS);
        _powerW[site.Site] = powerW;
        var metered = account.Energy.TotalJ;
        Require(Close(_energyJ[site.Site], metered), nowS, $"{name} used {_energyJ[site.Site]} J and its meter says {metered}");
    }

    // Power and speed by the table and the factors when it started, which the site keeps nowhere else.
    private double CheckRun(int site, in Run run, double nowS)
    {
        var (startS, allocation, secondsPerUnit) = (run.StartS, run.Allocation, run.SecondsPerUnit);
        var (table, name) = (model.Tables[site], model.Sites[site].Name);
        // Of a run and a change at the same moment either may have come first.
        var last = _factors[site].FindLast(f => f.AtS <= startS && IsOf(f.Factors));
        Require(last.AtS >= _factors[site].FindLast(f => f.AtS < startS).AtS && IsOf(last.Factors), nowS, $"{name} runs a job at {run.SecondsPerUnit} s/unit");
        Require(Close(run.StartS + run.Item.RemainingUnits * run.SecondsPerUnit, run.FinishS), nowS, $"{name} ends a job at {run.FinishS} s");
        return table.PowerW(run.Allocation) * last.Factors.Power;

        bool IsOf(TableFactors factors) => Close(table.SecondsPerUnit(allocation) * factors.Time, secondsPerUnit);
    }

    private static bool Close(double x, double y) => Math.Abs(x - y) <= RelativeTolerance * Math.Max(1, Math.Max(Math.Abs(x), Math.Abs(y)));
}
