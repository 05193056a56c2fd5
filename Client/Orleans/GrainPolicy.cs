using ControlPlane.Fleet.Decisions;
using ControlPlane.Fleet.Energy;
using ControlPlane.Fleet.Jobs;
using ControlPlane.Fleet.Sites;
using ControlPlane.Grains.Decisions;
using ControlPlane.Grains.Interfaces.Simulated;
using ControlPlane.Grains.Interfaces.Mapping;
using ControlPlane.Grains.Interfaces.Wire;
using ControlPlane.Policies.Shield;
using ControlPlane.Simulation.Engine.Hosting;

namespace ControlPlane.Client.Orleans;

/// <summary>A policy grain as the event loop uses it.</summary>
internal sealed class GrainPolicy(ISimulatedPolicyGrain grain, PolicyFacts facts, SharedStream stream) : IPolicyOperations
{
    public bool ReplacesOnFinish => facts.ReplacesOnFinish;

    public ShieldCounts Interventions => grain.Interventions().GetAwaiter().GetResult().ToShield();

    public void Report(in SiteStatus status) => grain.Report(status.ToWire()).GetAwaiter().GetResult();

    public void SetRate(int site, in EnergyRate rate) => grain.SetRate(site, rate.UsdPerKwh, rate.CarbonKgPerKwh).GetAwaiter().GetResult();

    public Placement Place(in Job job, double nowS)
    {
        var record = job.ToWire();
        return stream.Around(() => grain.Place(record, nowS)).Placement.ToFleet();
    }

    public void Completed(in Run run, int site, double nowS) => grain.Completed(run.ToWire(), site, nowS).GetAwaiter().GetResult();
}
