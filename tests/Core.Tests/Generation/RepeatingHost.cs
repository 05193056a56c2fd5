using ControlPlane.Fleet.Energy;
using ControlPlane.Fleet.Generation;
using ControlPlane.Simulation.Generation.Hosting;

namespace ControlPlane.Core.Tests.Generation;

/// <summary>Providers to which each offer and each close of a slot comes three times, as a network with retries brings them.</summary>
internal sealed class RepeatingHost : IGenerationHost
{
    public IHostedGeneration Open(GenerationSetup setup) => new Repeating(DirectGenerationHost.Instance.Open(setup));

    private sealed class Repeating(IHostedGeneration inner) : IHostedGeneration, IProviderOperations
    {
        public IProviderOperations Providers => this;

        public IEnergyOperations Sites => inner.Sites;

        public ProviderStatus Status(int provider) => inner.Providers.Status(provider);

        public void Quote(int provider, in GenerationCohort cohort, double transferS, in SiteConditions conditions, Span<GenerationQuote> quotes) =>
            inner.Providers.Quote(provider, cohort, transferS, conditions, quotes);

        public TransferAnswer Offer(int provider, in TransferOffer offer)
        {
            var answer = inner.Providers.Offer(provider, offer);
            Assert.Equal(answer, inner.Providers.Offer(provider, offer));
            return inner.Providers.Offer(provider, offer);
        }

        public void Drain(int provider, bool isDraining) => inner.Providers.Drain(provider, isDraining);

        public ProviderSlot CloseSlot(int provider, int slot, in SiteConditions conditions, ICollection<CohortOutcome> outcomes)
        {
            inner.Providers.CloseSlot(provider, slot, conditions, []);
            inner.Providers.CloseSlot(provider, slot, conditions, []);
            return inner.Providers.CloseSlot(provider, slot, conditions, outcomes);
        }

        public void Dispose() => inner.Dispose();
    }
}
