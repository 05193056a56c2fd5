using ControlPlane.Fleet.Generation;
using ControlPlane.Policies.Dispatch;

namespace ControlPlane.Simulation.Generation.Results;

/// <summary>Keeps the accounts and series of a day.</summary>
internal sealed class DayRecorder
{
    private readonly GenerationScenario _scenario;
    private readonly GenerationLedger[] _ledgers;
    private readonly ProviderSeries[] _series;
    private readonly double[] _firstKwh;
    private readonly double[] _lastKwh;
    private readonly double[] _backlogGpuS;
    private readonly double[] _capacityKwh;
    private readonly JobMatrix _transfers;
    private readonly JobMatrix _choices;
    private long _declinedOffers;

    public DayRecorder(GenerationScenario scenario, IReadOnlyList<double> storedKwh)
    {
        _scenario = scenario;
        var (providers, classes) = (scenario.Providers.Count, scenario.Deadlines.Count);
        _ledgers = [.. scenario.Providers.Select(_ => new GenerationLedger())];
        _series = [.. scenario.Providers.Select(_ => new ProviderSeries(scenario.SlotCount))];
        (_firstKwh, _lastKwh) = ([.. storedKwh], [.. storedKwh]);
        _backlogGpuS = new double[providers];
        _capacityKwh = [.. scenario.Providers.Select((_, i) => scenario.Provider(i).Energy.Battery?.CapacityKwh ?? 0)];
        _transfers = new JobMatrix(providers, providers, classes);
        _choices = new JobMatrix(providers, classes, scenario.Steps.Count);
    }

    public void Accepted(in TransferOffer offer, int provider, double transferUsd)
    {
        var cohort = offer.Cohort;
        _ledgers[provider].Take(cohort.Count, transferUsd);
        _transfers.Add(cohort.Origin, provider, cohort.DeadlineClass, cohort.Count);
        _choices.Add(provider, cohort.DeadlineClass, StepOf(offer.Steps), cohort.Count);
    }

    public void DeclinedOffer() => _declinedOffers++;

    public void Declined(in GenerationCohort cohort) =>
        _ledgers[cohort.Origin].Decline(cohort.Count, cohort.Count * cohort.Images * _scenario.Terms.PenaltyUsdPerImage);

    public void Closed(int provider, in ProviderSlot slot, in SiteSlot site)
    {
        _ledgers[provider].Close(slot, site.Account);
        _lastKwh[provider] = site.StoredKwh;
        _backlogGpuS[provider] = slot.Queue.BacklogGpuS;
        _series[provider].Set(slot.Slot, new ProviderPoint(
            slot.LoadShare,
            slot.Queue.BacklogGpuS / _scenario.Providers[provider].Gpus,
            slot.Clock,
            slot.LoadKw,
            site.StoredKwh,
            _capacityKwh[provider] > 0 ? site.StoredKwh / _capacityKwh[provider] : double.NaN,
            site.Account.ImportKwh,
            site.Account.ExportKwh,
            site.Account.RenewableKwh - site.Account.CurtailedKwh,
            _scenario.Signals[provider].Day[slot.Slot].Tariff.BuyUsdPerKwh));
    }

    /// <summary>Closed jobs, jobs on time and utility so far.</summary>
    public (double Jobs, double OnTime, double UtilityUsd) Totals()
    {
        var (jobs, money) = (default(GenerationJobs), default(GenerationMoney));
        foreach (var ledger in _ledgers)
            (jobs, money) = (jobs + ledger.Jobs, money + ledger.Money);
        return (jobs.Offered - jobs.Open, jobs.OnTime, money.UtilityUsd);
    }

    public GenerationResult Finish(string policy, long seed, long decisions, long replaced, GenerationLogHash hash) => new()
    {
        Scenario = _scenario,
        Policy = policy,
        Seed = seed,
        Providers = [.. _scenario.Providers.Select((p, i) => new ProviderResult(
            p.Name, _ledgers[i].Jobs, _ledgers[i].Money, _ledgers[i].Energy, _lastKwh[i] - _firstKwh[i], _backlogGpuS[i], _series[i]))],
        Transfers = _transfers,
        StepChoices = _choices,
        Decisions = decisions,
        Replaced = replaced,
        DeclinedOffers = _declinedOffers,
        Events = hash.Count,
        Hash = hash.Value(),
    };

    private int StepOf(int steps)
    {
        var i = 0;
        while (_scenario.Steps[i] != steps)
            i++;
        return i;
    }
}
