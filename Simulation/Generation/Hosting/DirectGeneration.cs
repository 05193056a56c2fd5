using ControlPlane.Fleet.Energy;
using ControlPlane.Fleet.Generation;
using ControlPlane.Planning.Energy;
using ControlPlane.Policies.Dispatch;

namespace ControlPlane.Simulation.Generation.Hosting;

/// <summary>Providers and sites in this process.</summary>
internal sealed class DirectGeneration(GenerationSetup setup) : IHostedGeneration, IProviderOperations, IEnergyOperations
{
    private readonly ServiceProvider[] _providers = [.. setup.Providers.Select(p => new ServiceProvider(p, setup.Terms, setup.SlotS, setup.PatienceS))];
    private readonly SiteManager[] _sites = [.. setup.Providers.Select(p => new SiteManager(p.Energy, DispatchCatalog.Create(setup.Dispatch, p.Energy)))];

    public IProviderOperations Providers => this;

    public IEnergyOperations Sites => this;

    public ProviderStatus Status(int provider) => _providers[provider].Status;

    public void Quote(int provider, in GenerationCohort cohort, double transferS, in SiteConditions conditions, Span<GenerationQuote> quotes)
    {
        for (var i = 0; i < quotes.Length; i++)
            quotes[i] = _providers[provider].Quote(cohort, setup.Steps[i], transferS, conditions);
    }

    public TransferAnswer Offer(int provider, in TransferOffer offer) => _providers[provider].Offer(offer);

    public void Drain(int provider, bool isDraining) => _providers[provider].IsDraining = isDraining;

    public ProviderSlot CloseSlot(int provider, int slot, in SiteConditions conditions, ICollection<CohortOutcome> outcomes) =>
        _providers[provider].CloseSlot(slot, conditions, outcomes);

    public double StoredKwh(int site) => _sites[site].StoredKwh;

    public SiteSlot RunSlot(int site, in SiteSlotOrder order, IReadOnlyList<StorageSlot> forecast) => _sites[site].RunSlot(order, forecast);

    public void Dispose()
    {
    }
}
