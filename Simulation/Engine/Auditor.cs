using ControlPlane.Fleet.Ingresses;
using ControlPlane.Fleet.Ledger;
using ControlPlane.Fleet.Sites;

namespace ControlPlane.Simulation.Engine;

/// <summary>
/// Recounts everything after every event, independently of the counters that entities keep: jobs by phase, GPUs, power from the operating
/// points, and energy by its own integration.
/// </summary>
internal sealed class Auditor(DataCenter[] sites, Ingress[] ingresses)
{
    private const double RelativeTolerance = 1e-9;
    private readonly double[] _powerW = [.. sites.Select(s => s.PowerW)];
    private readonly double[] _energyJ = new double[sites.Length];
    private double _lastS;

    public void Check(double nowS, JobLedger ledger)
    {
        var held = ingresses.Sum(i => i.Held);
        var inTransit = ingresses.Sum(i => i.InTransit);
        var counts = ledger.Snapshot();
        Require(counts.Closes, nowS, $"the job ledger does not close: {counts}");
        Require(counts.Held == held, nowS, $"{held} jobs are held, the ledger says {counts.Held}");
        Require(counts.Transferring == inTransit, nowS, $"{inTransit} jobs are in transfer, the ledger says {counts.Transferring}");
        Require(counts.Queued == sites.Sum(s => s.Queued), nowS, $"the ledger says {counts.Queued} queued");
        Require(counts.Running == sites.Sum(s => s.Running), nowS, $"the ledger says {counts.Running} running");
        foreach (var site in sites)
            CheckSite(site, nowS);
        _lastS = nowS;
    }

    private static void Require(bool holds, double nowS, string complaint)
    {
        if (!holds)
            throw new InvalidOperationException($"Conservation is violated at {nowS} s: {complaint}.");
    }

    private void CheckSite(DataCenter site, double nowS)
    {
        var busy = 0;
        var runs = 0;
        var powerW = 0.0;
        site.VisitRuns(run =>
        {
            busy += run.Allocation.Gpus;
            runs++;
            powerW += site.Table.PowerW(run.Allocation);
        });
        var name = site.Spec.Name;
        Require(runs == site.Running, nowS, $"{name} has {runs} runs and says {site.Running}");
        Require(busy + site.FreeGpus == site.UpGpus, nowS, $"{name} has {busy} busy and {site.FreeGpus} free of {site.UpGpus} GPUs");
        Require(site.UpGpus == (site.IsUp ? site.Spec.GpuCount - site.FailedGpus : 0), nowS, $"{name} has {site.UpGpus} working GPUs");
        powerW += site.Spec.Gpu.SleepW * (site.UpGpus - busy);
        Require(Close(powerW, site.PowerW), nowS, $"{name} draws {powerW} W and says {site.PowerW}");

        _energyJ[site.Index] += _powerW[site.Index] * (nowS - _lastS);
        _powerW[site.Index] = powerW;
        var metered = site.ReadMeters(nowS).TotalJ;
        Require(Close(_energyJ[site.Index], metered), nowS, $"{name} used {_energyJ[site.Index]} J and its meter says {metered}");
    }

    private static bool Close(double x, double y) => Math.Abs(x - y) <= RelativeTolerance * Math.Max(1, Math.Max(Math.Abs(x), Math.Abs(y)));
}
