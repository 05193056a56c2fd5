using ControlPlane.Fleet.Energy;
using ControlPlane.Fleet.Generation;

namespace ControlPlane.Simulation.Generation.Hosting;

/// <summary>The operations of all providers, by index. Each is the operation of <see cref="ServiceProvider"/> with the same name; messages are whole cohorts and slots.</summary>
public interface IProviderOperations
{
    /// <summary>What a provider lets others know of itself.</summary>
    /// <param name="provider">Provider index.</param>
    ProviderStatus Status(int provider);

    /// <summary>Asks a provider about a cohort at every number of steps.</summary>
    /// <param name="provider">Provider index.</param>
    /// <param name="cohort">The jobs.</param>
    /// <param name="transferS">Time of one way, s.</param>
    /// <param name="conditions">What the world offers its site in the open slot.</param>
    /// <param name="quotes">Receives a quote for each number of steps.</param>
    void Quote(int provider, in GenerationCohort cohort, double transferS, in SiteConditions conditions, Span<GenerationQuote> quotes);

    /// <summary>Offers work to a provider. The same offer again gets the same answer and counts once.</summary>
    /// <param name="provider">Provider index.</param>
    /// <param name="offer">The work.</param>
    TransferAnswer Offer(int provider, in TransferOffer offer);

    /// <summary>Lets a provider take work or not.</summary>
    /// <param name="provider">Provider index.</param>
    /// <param name="isDraining">Whether it takes none.</param>
    void Drain(int provider, bool isDraining);

    /// <summary>Closes a slot at a provider: it chooses its clock and runs the work. The slot closed last may be closed again and says the same.</summary>
    /// <param name="provider">Provider index.</param>
    /// <param name="slot">The slot.</param>
    /// <param name="conditions">What the world offered.</param>
    /// <param name="outcomes">Receives what became of each cohort, in the order in which they were taken.</param>
    ProviderSlot CloseSlot(int provider, int slot, in SiteConditions conditions, ICollection<CohortOutcome> outcomes);
}
