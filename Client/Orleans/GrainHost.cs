using System.Collections.Immutable;
using ControlPlane.Grains.Decisions;
using ControlPlane.Grains.Interfaces.Simulated;
using ControlPlane.Grains.Interfaces;
using ControlPlane.Grains.Interfaces.Mapping;
using ControlPlane.Grains.Interfaces.Wire;
using ControlPlane.Simulation.Engine.Hosting;

namespace ControlPlane.Client.Orleans;

/// <summary>The entities of simulated fleets are grains: an ingress, a data centre, a policy each. Runs have keys of their own and may go side by side.</summary>
/// <param name="grains">Reaches the cluster.</param>
internal sealed class GrainHost(IGrainFactory grains) : IFleetHost
{
    /// <summary>Reaches the cluster.</summary>
    public IGrainFactory Grains { get; } = grains;

    public IHostedFleet Open(FleetSetup setup)
    {
        if (setup.Observer is not null)
            throw new NotSupportedException("Decisions on grains cannot be watched: the policy lives in the cluster.");
        if (setup.Shadow is not null)
            throw new NotSupportedException("A shadow is asked in this process: leave out `--engine orleans`, which gives the same decisions.");
        var run = Guid.NewGuid().ToString("N");
        return OpenAsync(run, setup).GetAwaiter().GetResult();
    }

    private async Task<GrainFleet> OpenAsync(string run, FleetSetup setup)
    {
        var fleet = setup.Model.ToWire();
        var policy = Grains.GetGrain<ISimulatedPolicyGrain>(run);
        var facts = await policy.Open(new PolicySetup(
            fleet,
            setup.Policy.Name,
            setup.Policy.Settings.ToImmutableDictionary(),
            setup.Seed,
            setup.Shared is not null,
            setup.MeanSizeUnits,
            setup.LoadUnitsPerS,
            setup.Fallback.ToWire(),
            setup.Policy.Model?.ToWire())).ConfigureAwait(false);
        var sites = fleet.Sites.Select(s => Grains.GetGrain<ISimulatedDataCenterGrain>(GrainKeys.Site(run, s.Name))).ToArray();
        var statuses = await Task.WhenAll(sites.Select((s, i) => s.Open(new SiteSetup(i, fleet.Sites[i], run)))).ConfigureAwait(false);
        var ingresses = fleet.Ingresses.Select(name => Grains.GetGrain<ISimulatedIngressGrain>(GrainKeys.Ingress(run, name))).ToArray();
        await Task.WhenAll(ingresses.Select((g, i) => g.Open(new IngressSetup(i, fleet, run)))).ConfigureAwait(false);
        var stream = new SharedStream(setup.Shared, policy);
        return new GrainFleet(
            policy,
            sites,
            ingresses,
            new GrainSites(sites, [.. statuses.Select(s => s.ToFleet())], stream),
            new GrainIngresses(ingresses, stream),
            new GrainPolicy(policy, facts, stream));
    }
}
