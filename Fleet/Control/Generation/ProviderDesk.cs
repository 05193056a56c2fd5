using ControlPlane.Fleet.Control.Energy;
using ControlPlane.Fleet.Energy;
using ControlPlane.Fleet.Generation;
using ControlPlane.Fleet.Journal;

namespace ControlPlane.Fleet.Control.Generation;

/// <summary>
/// A service provider as it runs: its open slot, its site's energy, its ledger. Slots begin with the host's clock and are all of one length. Its host offers it work, gives it
/// the dispatcher's decision with prices and weather, and closes slots when their time is over. All that it does follows from what is journalled, so that a replay needs
/// neither a rule nor the prices.
/// </summary>
public sealed partial class ProviderDesk : IJournalled
{
    private const double HourS = 3_600;
    private const double DayS = 86_400;
    private readonly ServiceProviderSpec _spec;
    private readonly GenerationFleet _fleet;
    private readonly IOperationLog _log;
    private readonly Action<CohortOutcome> _answered;
    private readonly List<CohortOutcome> _outcomes = [];
    private ServiceProvider _provider;
    private SiteEnergy _site;
    private GenerationLedger _ledger = new();
    private GenerationLedger _today = new();
    private SlotDecision? _decision;
    private double _lastLoadKw;
    private long _day = -1;

    /// <summary>Makes the desk of a provider without work.</summary>
    /// <param name="provider">Index of the provider.</param>
    /// <param name="fleet">The providers.</param>
    /// <param name="log">Receives its operations.</param>
    /// <param name="answered">Is told what became of each cohort when its slot closes, in a replay too.</param>
    /// <exception cref="ArgumentException">The provider cannot be; the message names the field.</exception>
    public ProviderDesk(int provider, GenerationFleet fleet, IOperationLog log, Action<CohortOutcome> answered)
    {
        ArgumentNullException.ThrowIfNull(fleet);
        (_spec, _fleet, _log, _answered) = (fleet.Providers[provider], fleet, log, answered);
        (_provider, _site) = Build();
        _lastLoadKw = _spec.LoadKw(0, 0, fleet.SlotS);
    }

    /// <summary>The slot that is open, from 0.</summary>
    public int OpenSlot => _provider.OpenSlot;

    /// <summary>What others may know of it.</summary>
    public ProviderStatus Status => _provider.Status;

    /// <summary>Prices and weather of the open slot; null while they are not known.</summary>
    public SiteConditions? Conditions => _decision?.Conditions;

    /// <summary>Its account of jobs, energy and money.</summary>
    public GenerationLedger Ledger => _ledger;

    /// <summary>Says what it would do for a cohort. Binds nobody. Where prices are not known, its price is not a number.</summary>
    /// <param name="cohort">The jobs.</param>
    /// <param name="steps">Denoising steps of each image, ≥ 1.</param>
    /// <param name="transferS">Time of one way, s.</param>
    public GenerationQuote Quote(in GenerationCohort cohort, int steps, double transferS)
    {
        var quote = _provider.Quote(cohort, steps, transferS, Conditions ?? default);
        return Conditions is null ? quote with { PriceUsd = double.NaN } : quote;
    }

    /// <summary>Takes or declines work. The same offer again gets the same answer and counts once; offers are known until the slot after the next one begins.</summary>
    /// <param name="offer">The work.</param>
    /// <param name="transferUsd">What its transfer costs, USD.</param>
    public TransferAnswer Offer(in TransferOffer offer, double transferUsd)
    {
        if (_provider.Knows(offer.Cohort.Id))
            return _provider.Offer(offer);
        var writer = Journal(ProviderOperation.Offer);
        writer.Write(offer);
        writer.Real(transferUsd);
        _log.Close();
        return Take(offer, transferUsd);
    }

    /// <summary>Jobs that were submitted here are declined for good.</summary>
    /// <param name="jobs">How many, ≥ 1.</param>
    /// <param name="images">Images of a job, ≥ 1.</param>
    public void Refuse(int jobs, int images)
    {
        var writer = Journal(ProviderOperation.Refuse);
        writer.Count(jobs);
        writer.Count(images);
        _log.Close();
        Lose(jobs, images);
    }

    /// <summary>Takes the decision of the site's dispatcher for the open slot, with the prices and the weather on which it rests.</summary>
    /// <param name="slot">The slot that it is for.</param>
    /// <param name="decision">The decision.</param>
    /// <returns>False when another slot is open or it has a decision: nothing changes.</returns>
    /// <exception cref="ArgumentException">The set-point or the conditions cannot be.</exception>
    public bool Decide(long slot, in SlotDecision decision)
    {
        if (slot != OpenSlot || _decision is not null)
            return false;
        if (SlotRules.Complain(_spec.Energy, _spec.PeakLoadKw, decision) is { } complaint)
            throw new ArgumentException(complaint, nameof(decision));
        Journal(ProviderOperation.Decide).Write(decision);
        _log.Close();
        _decision = decision;
        return true;
    }

    /// <summary>Closes slots whose time is over, each by what was decided for it. Of those that nobody looked for nothing is known but that no work came.</summary>
    /// <param name="next">The slot that is open then, after the open one.</param>
    /// <param name="foundedS">When the first slot began, seconds since 1970 in UTC.</param>
    public void CloseSlots(int next, double foundedS)
    {
        if (next <= OpenSlot)
            return;
        var writer = Journal(ProviderOperation.CloseSlots);
        writer.Count(next);
        writer.Real(foundedS);
        _log.Close();
        Pass(next, foundedS);
    }

    /// <summary>Lets it take work or not, from now on.</summary>
    /// <param name="isDraining">Whether it takes none.</param>
    /// <returns>False when it is so already.</returns>
    public bool Drain(bool isDraining)
    {
        if (_provider.IsDraining == isDraining)
            return false;
        Journal(ProviderOperation.Drain).Flag(isDraining);
        _log.Close();
        Follow(isDraining);
        return true;
    }

    private TransferAnswer Take(in TransferOffer offer, double transferUsd)
    {
        var answer = _provider.Offer(offer);
        if (answer != TransferAnswer.Accepted)
            return answer;
        _ledger.Take(offer.Cohort.Count, transferUsd);
        _today.Take(offer.Cohort.Count, transferUsd);
        return answer;
    }

    private void Lose(int jobs, int images)
    {
        var penaltyUsd = (double)jobs * images * _fleet.Terms.PenaltyUsdPerImage;
        _ledger.Decline(jobs, penaltyUsd);
        _today.Decline(jobs, penaltyUsd);
    }

    private void Follow(bool isDraining) => (_provider.IsDraining, Version) = (isDraining, Version + 1);

    private void Pass(int next, double foundedS)
    {
        while (OpenSlot < next)
            Close(foundedS);
    }

    private void Close(double foundedS)
    {
        if (_day < 0)
            _day = DayOf(OpenSlot, foundedS);
        _outcomes.Clear();
        var slot = _provider.CloseSlot(OpenSlot, Conditions ?? default, _outcomes);
        var energy = Settle(slot.LoadKw);
        _ledger.Close(slot, energy);
        _today.Close(slot, energy);
        (_decision, _lastLoadKw) = (null, slot.LoadKw);
        foreach (var outcome in _outcomes)
            _answered(outcome);
        if (DayOf(OpenSlot, foundedS) is var day && day != _day)
            (_day, _today) = (day, new GenerationLedger());
    }

    // In UTC, a slot over midnight to where most of it is.
    private long DayOf(int slot, double foundedS) => (long)Math.Floor((foundedS + (slot + 0.5) * _fleet.SlotS) / DayS);

    // Without prices and weather there is no account: what is not known is counted and never taken as zero.
    private EnergySlot Settle(double loadKw)
    {
        var hours = _fleet.SlotS / HourS;
        ClosedSlots++;
        if (Conditions is { } conditions)
            return _site.Settle(_decision!.Value.SetPoint, _spec.Energy.Demand(loadKw, conditions), conditions.Tariff, hours);
        BlindSlots++;
        _site.PassUnseen(0, hours);
        return default;
    }

    private (ServiceProvider Provider, SiteEnergy Site) Build() => (new ServiceProvider(_spec, _fleet.Terms, _fleet.SlotS, _fleet.PatienceS), _spec.Energy.Build());
}
