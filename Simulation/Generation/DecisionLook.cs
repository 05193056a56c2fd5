using ControlPlane.Fleet.Generation;
using ControlPlane.Policies.Generation;
using ControlPlane.Simulation.Generation.Hosting;

namespace ControlPlane.Simulation.Generation;

/// <summary>Shows a decision in a view: asks the providers for their loads and quotes, the sites for their batteries.</summary>
/// <param name="scenario">The scenario.</param>
/// <param name="providers">Its providers as the options leave them.</param>
/// <param name="host">Where they live.</param>
/// <param name="view">The view.</param>
internal sealed class DecisionLook(GenerationScenario scenario, IReadOnlyList<ServiceProviderSpec> providers, IHostedGeneration host, GenerationView view)
{
    private readonly double[] _peakKw = [.. providers.Select(p => p.PeakNeedKw)];
    private readonly double[] _capacityKwh = [.. providers.Select(p => p.Energy.Battery?.CapacityKwh ?? 0)];

    /// <summary>Shows a decision.</summary>
    /// <param name="slot">The open slot.</param>
    /// <param name="cohorts">The cohorts of the slot.</param>
    /// <param name="next">Which of them is decided upon.</param>
    public void At(int slot, List<GenerationCohort> cohorts, int next)
    {
        var cohort = cohorts[next];
        view.Cohort = cohort;
        view.Slot = slot;
        view.HourOfDay = scenario.HourOfDay(slot);
        view.JobsToCome = next == 0 ? Following(cohorts) : next == view.DecisionInSlot ? view.JobsToCome : view.JobsToCome - cohort.Count;
        view.DecisionInSlot = next;
        view.DecisionsInSlot = cohorts.Count;
        for (var provider = 0; provider < _peakKw.Length; provider++)
            Look(provider, slot, cohort, isNewSlot: next == 0);
    }

    private static int Following(List<GenerationCohort> cohorts)
    {
        var jobs = 0;
        for (var i = 1; i < cohorts.Count; i++)
            jobs += cohorts[i].Count;
        return jobs;
    }

    private void Look(int provider, int slot, in GenerationCohort cohort, bool isNewSlot)
    {
        var link = scenario.Link(cohort.Origin, provider);
        // What only changes from slot to slot is kept within one.
        var site = isNewSlot ? OfSlot(provider, slot) : view.Providers[provider];
        view.Providers[provider] = site with { Status = host.Providers.Status(provider) };
        view.TransferUsd[provider] = link.CostUsd(cohort.Bytes);
        host.Providers.Quote(provider, cohort, link.DelayS(cohort.Bytes), scenario.Signals[provider].Day[slot], view.QuotesOf(provider));
    }

    private ProviderView OfSlot(int provider, int slot)
    {
        var signals = scenario.Signals[provider];
        var conditions = signals.Day[slot];
        return new ProviderView(
            default,
            conditions.Tariff.BuyUsdPerKwh,
            signals.PriceRank(slot),
            _capacityKwh[provider] > 0 ? host.Sites.StoredKwh(provider) / _capacityKwh[provider] : 0,
            providers[provider].Energy.RenewableKw(conditions) / _peakKw[provider],
            conditions.OutdoorC);
    }
}
