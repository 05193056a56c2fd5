using ControlPlane.Fleet.Control.Policies;
using ControlPlane.Fleet.Decisions;
using ControlPlane.Fleet.Energy;
using ControlPlane.Fleet.Jobs;
using ControlPlane.Fleet.Sites;
using ControlPlane.Policies.Shield;
using ControlPlane.Policies.Threads;

namespace ControlPlane.Simulation.Engine.Hosting;

/// <summary>A policy and its view in this process.</summary>
internal sealed class DirectPolicy(ShieldedPolicy policy, IPlacementRule placement, FleetView view, ShadowBeside? shadow) : IPolicyOperations
{
    public bool ReplacesOnFinish { get; } = policy.ReplacesOnFinish;

    public ShieldCounts Interventions => policy.Log.Counts();

    public ShadowTally? Shadow => shadow?.Tally;

    public void Report(in SiteStatus status) => view.Report(status);

    public void SetRate(int site, in EnergyRate rate)
    {
        view.SetRate(site, rate);
        shadow?.SetRate(site, rate);
    }

    public Placement Place(in Job job, double nowS)
    {
        view.SetTime(nowS);
        return placement.Place(job, view);
    }

    public void Completed(in Run run, int site, double nowS)
    {
        policy.Completed(run, site, nowS);
        shadow?.Completed(run, site, nowS);
    }
}
