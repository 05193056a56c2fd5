using System.Collections.Immutable;
using ControlPlane.Grains.Interfaces.Wire;

namespace ControlPlane.Grains.Interfaces.Simulated;

/// <summary>
/// A service provider in virtual time. It answers quotes and takes or declines work; of its model, which it is opened with, it says nothing but quotes: who asks often enough can draw its curves from them. The key is <see cref="GrainKeys.Provider"/>.
/// </summary>
[Alias("controlplane.ISimulatedProviderGrain")]
public interface ISimulatedProviderGrain : IGrainWithStringKey
{
    /// <summary>Makes the provider, without work. Doing so again changes nothing.</summary>
    /// <param name="setup">What it is made with.</param>
    [Alias("Open")]
    Task Open(ServiceProviderSetup setup);

    /// <summary>What it lets others know of itself.</summary>
    [Alias("Status")]
    Task<ProviderStatusRecord> Status();

    /// <summary>Says what it would do for a cohort at each number of steps. Binds nobody.</summary>
    /// <param name="request">The cohort.</param>
    [Alias("Quote")]
    Task<ImmutableArray<QuoteRecord>> Quote(QuoteRequest request);

    /// <summary>Takes or declines work. The same offer again gets the same answer and counts once.</summary>
    /// <param name="offer">The work.</param>
    [Alias("Offer")]
    Task<TransferCode> Offer(TransferOfferRecord offer);

    /// <summary>Lets it take work or not.</summary>
    /// <param name="isDraining">Whether it takes none.</param>
    [Alias("Drain")]
    Task Drain(bool isDraining);

    /// <summary>Closes a slot: it chooses its clock and runs the work. The slot closed last may be closed again and says the same.</summary>
    /// <param name="slot">The slot.</param>
    /// <param name="conditions">What the world offered.</param>
    [Alias("CloseSlot")]
    Task<ProviderSlotRecord> CloseSlot(int slot, ConditionsRecord conditions);

    /// <summary>Forgets the provider: its run is over.</summary>
    [Alias("Close")]
    Task Close();
}
