using ControlPlane.Benchmarks.Fleets;
using ControlPlane.Fleet.Decisions;
using ControlPlane.Fleet.Jobs;
using ControlPlane.Fleet.Randomness;
using ControlPlane.Policies;
using ControlPlane.Policies.Catalog;
using ControlPlane.Simulation.Scenarios;

namespace ControlPlane.Benchmarks.Micro;

/// <summary>A policy on a half-busy fleet: between decisions a random site reports a new number of free GPUs.</summary>
internal sealed class DecisionStand
{
    private readonly FleetView _view;
    private readonly IPlacementPolicy _policy;
    private readonly RandomStream _random = new(7, "stand");
    private long _jobs;

    public DecisionStand(string policy, int sites)
    {
        var model = WideFleet.Model(sites, sites);
        _view = new FleetView(model);
        for (var site = 0; site < sites; site++)
            ReportFrom(site);
        var meanUnits = PaperFleet.Workload.Sizes!.MeanUnits;
        var loadUnitsPerS = PaperFleet.RatePerS * sites * meanUnits;
        _policy = PolicyCatalog.Create(
            PolicyModels.Load(new PolicySpec(policy)), new PolicyContext(_view, new RandomStream(7, "policy"), null, meanUnits, loadUnitsPerS));
    }

    /// <summary>A report, a decision and its transfer.</summary>
    public Placement Decide()
    {
        ReportFrom(_random.NextBelow(_view.Sites.Length));
        _view.SetTime(_view.NowS + 1 / (PaperFleet.RatePerS * _view.Sites.Length));
        var job = new Job(new JobId(++_jobs), 0, PaperFleet.Workload.Sizes!.MeanUnits, _view.NowS);
        var placement = _policy.Place(job, _view);
        if (placement.IsHold)
            return placement;
        _view.Sent(placement.Site);
        _view.Arrived(placement.Site);
        return placement;
    }

    private void ReportFrom(int site)
    {
        var gpus = _view.Sites[site].UpGpus;
        var free = gpus / 4 + _random.NextBelow(gpus / 2);
        _view.Report(_view.Sites[site] with { FreeGpus = free, Running = (gpus - free) / 4, ReportedS = _view.NowS });
    }
}
