using System.Collections.Immutable;
using ControlPlane.Fleet.Energy;
using ControlPlane.Fleet.Generation;
using ControlPlane.Grains.Interfaces.Mapping;
using ControlPlane.Grains.Interfaces.Simulated;
using ControlPlane.Grains.Interfaces.Wire;
using ControlPlane.Planning.Energy;
using ControlPlane.Policies.Dispatch;
using ControlPlane.Simulation.Generation.Hosting;

namespace ControlPlane.Client.Orleans;

/// <summary>Providers and sites of one day as grains.</summary>
internal sealed class GrainGeneration(ISimulatedProviderGrain[] providers, ISimulatedSiteGrain[] sites, double[] storedKwh, ImmutableArray<int> steps)
    : IHostedGeneration, IProviderOperations, IEnergyOperations
{
    private readonly int[] _slots = new int[sites.Length];

    public IProviderOperations Providers => this;

    public IEnergyOperations Sites => this;

    public ProviderStatus Status(int provider) => providers[provider].Status().GetAwaiter().GetResult().ToFleet();

    public void Quote(int provider, in GenerationCohort cohort, double transferS, in SiteConditions conditions, Span<GenerationQuote> quotes)
    {
        var answers = providers[provider].Quote(new QuoteRequest(cohort.ToWire(), steps, transferS, conditions.ToWire())).GetAwaiter().GetResult();
        for (var i = 0; i < quotes.Length; i++)
            quotes[i] = answers[i].ToFleet();
    }

    public TransferAnswer Offer(int provider, in TransferOffer offer) => providers[provider].Offer(offer.ToWire()).GetAwaiter().GetResult().ToFleet();

    public void Drain(int provider, bool isDraining) => providers[provider].Drain(isDraining).GetAwaiter().GetResult();

    public ProviderSlot CloseSlot(int provider, int slot, in SiteConditions conditions, ICollection<CohortOutcome> outcomes) =>
        providers[provider].CloseSlot(slot, conditions.ToWire()).GetAwaiter().GetResult().ToFleet(outcomes);

    public double StoredKwh(int site) => storedKwh[site];

    public SiteSlot RunSlot(int site, in SiteSlotOrder order, IReadOnlyList<StorageSlot> forecast)
    {
        var record = new SiteSlotOrderRecord(
            _slots[site]++, order.LoadKw, order.Conditions.ToWire(), order.Hours, order.HoursToTarget,
            [.. forecast.Select(f => new StorageSlotRecord(f.NetKw, f.Tariff.BuyUsdPerKwh, f.Tariff.SellUsdPerKwh, f.Tariff.CarbonKgPerKwh, f.Hours))]);
        var slot = sites[site].RunSlot(record).GetAwaiter().GetResult();
        storedKwh[site] = slot.StoredKwh;
        return new SiteSlot(slot.Account.ToFleet(), new SiteSetPoint(slot.BatteryKw, slot.GeneratorKw), slot.StoredKwh);
    }

    public void Dispose() => Task.WhenAll([.. providers.Select(g => g.Close()), .. sites.Select(g => g.Close())]).GetAwaiter().GetResult();
}
