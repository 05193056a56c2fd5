using System.Collections.Immutable;
using ControlPlane.Fleet.Generation;
using ControlPlane.Grains.Interfaces.Mapping;
using ControlPlane.Grains.Interfaces.Simulated;
using ControlPlane.Grains.Interfaces.Wire;

namespace ControlPlane.Grains.Simulated;

/// <summary>Hosts a <see cref="ServiceProvider"/> for the length of a run. In memory only, as <see cref="SimulatedDataCenterGrain"/> is.</summary>
[KeepAlive]
public sealed class SimulatedProviderGrain : Grain, ISimulatedProviderGrain
{
    private readonly List<CohortOutcome> _outcomes = [];
    private ServiceProvider? _provider;

    private ServiceProvider Provider => _provider ?? throw new InvalidOperationException($"The provider '{this.GetPrimaryKeyString()}' is not open.");

    /// <inheritdoc/>
    public Task Open(ServiceProviderSetup setup)
    {
        ArgumentNullException.ThrowIfNull(setup);
        _provider ??= new ServiceProvider(
            setup.Provider.ToFleet(), new GenerationTerms(setup.RevenueUsdPerImage, setup.PenaltyUsdPerImage), setup.SlotS, setup.PatienceS);
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task<ProviderStatusRecord> Status() => Task.FromResult(Provider.Status.ToWire());

    /// <inheritdoc/>
    public Task<ImmutableArray<QuoteRecord>> Quote(QuoteRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        var (cohort, conditions) = (request.Cohort.ToFleet(), request.Conditions.ToFleet());
        return Task.FromResult<ImmutableArray<QuoteRecord>>([.. request.Steps.Select(steps => Provider.Quote(cohort, steps, request.TransferS, conditions).ToWire())]);
    }

    /// <inheritdoc/>
    public Task<TransferCode> Offer(TransferOfferRecord offer) => Task.FromResult(Provider.Offer(offer.ToFleet()).ToWire());

    /// <inheritdoc/>
    public Task Drain(bool isDraining)
    {
        Provider.IsDraining = isDraining;
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task<ProviderSlotRecord> CloseSlot(int slot, ConditionsRecord conditions)
    {
        _outcomes.Clear();
        var closed = Provider.CloseSlot(slot, conditions.ToFleet(), _outcomes);
        return Task.FromResult(closed.ToWire(_outcomes));
    }

    /// <inheritdoc/>
    public Task Close()
    {
        DeactivateOnIdle();
        return Task.CompletedTask;
    }
}
