using ControlPlane.Grains.Interfaces;
using ControlPlane.Grains.Interfaces.Mapping;
using ControlPlane.Grains.Interfaces.Simulated;
using ControlPlane.Grains.Interfaces.Wire;
using ControlPlane.Simulation.Generation.Hosting;

namespace ControlPlane.Client.Orleans;

/// <summary>The providers, sites and batteries of days of generation are grains. Days have keys of their own and may go side by side.</summary>
/// <param name="grains">Reaches the cluster.</param>
internal sealed class GrainGenerationHost(IGrainFactory grains) : IGenerationHost
{
    public IHostedGeneration Open(GenerationSetup setup) => OpenAsync(Guid.NewGuid().ToString("N"), setup).GetAwaiter().GetResult();

    private async Task<GrainGeneration> OpenAsync(string run, GenerationSetup setup)
    {
        var providers = setup.Providers.Select(p => grains.GetGrain<ISimulatedProviderGrain>(GrainKeys.Provider(run, p.Name))).ToArray();
        var sites = setup.Providers.Select(p => grains.GetGrain<ISimulatedSiteGrain>(GrainKeys.Energy(run, p.Name))).ToArray();
        await Task.WhenAll(providers.Select((g, i) => g.Open(new ServiceProviderSetup(
            setup.Providers[i].ToWire(), setup.Terms.RevenueUsdPerImage, setup.Terms.PenaltyUsdPerImage, setup.SlotS, setup.PatienceS)))).ConfigureAwait(false);
        var storedKwh = await Task.WhenAll(sites.Select((g, i) => g.Open(new EnergySiteSetup(
            setup.Providers[i].Energy.ToWire(), setup.Dispatch, GrainKeys.Battery(run, setup.Providers[i].Name))))).ConfigureAwait(false);
        return new GrainGeneration(providers, sites, storedKwh, [.. setup.Steps]);
    }
}
