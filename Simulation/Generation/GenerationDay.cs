using ControlPlane.Fleet.Generation;
using ControlPlane.Policies.Dispatch;
using ControlPlane.Policies.Generation;
using ControlPlane.Simulation.Generation.Arrivals;
using ControlPlane.Simulation.Generation.Hosting;
using ControlPlane.Simulation.Generation.Results;

namespace ControlPlane.Simulation.Generation;

/// <summary>
/// A day, decision by decision: look at <see cref="View"/>, call <see cref="Apply"/>, until <see cref="IsOver"/>. It only decides when providers and sites are asked, never
/// what they do, nor where they are. With the last decision of a slot the slot is closed: each provider chooses its clock, its site is cooled, dispatched and settled.
/// </summary>
public sealed class GenerationDay : IDisposable
{
    private readonly GenerationScenario _scenario;
    private readonly GenerationRunOptions _options;
    private readonly long _seed;
    private readonly ArrivalStream _arrivals;
    private readonly IHostedGeneration _host;
    private readonly GenerationShield _shield;
    private readonly SiteForecast[] _forecasts;
    private readonly DecisionLook _look;
    private readonly DayRecorder _recorder;
    private readonly GenerationLogHash _hash = new();
    private readonly List<GenerationCohort> _cohorts = [];
    private readonly List<CohortOutcome> _outcomes = [];
    private (double Jobs, double OnTime, double UtilityUsd) _paid;
    private long _decisions;
    private int _slot;
    private int _next;

    /// <summary>Begins a day.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <param name="seed">The seed of its jobs.</param>
    /// <param name="options">How to run it.</param>
    /// <param name="shield">Checks the decisions; a new one unless given.</param>
    /// <exception cref="ArgumentException">The scenario cannot be; the message names the field.</exception>
    public GenerationDay(GenerationScenario scenario, long seed, GenerationRunOptions? options = null, GenerationShield? shield = null)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        if (scenario.Complain() is { } complaint)
            throw new ArgumentException(complaint, nameof(scenario));
        (_scenario, _seed, _options, _shield) = (scenario, seed, options ?? new GenerationRunOptions(), shield ?? new GenerationShield());
        ServiceProviderSpec[] providers = [.. scenario.Providers.Select((_, i) => scenario.Provider(i))];
        _arrivals = new ArrivalStream(scenario, seed);
        _host = _options.Host.Open(new GenerationSetup(providers, scenario.Steps, scenario.Terms, scenario.SlotS, scenario.PatienceS, scenario.Dispatch));
        _forecasts = [.. providers.Select((_, i) => new SiteForecast(scenario, i))];
        _recorder = new DayRecorder(scenario, [.. providers.Select((_, i) => _host.Sites.StoredKwh(i))]);
        View = new GenerationView(scenario.Steps, scenario.Terms, providers.Length);
        _look = new DecisionLook(scenario, providers, _host, View);
        _arrivals.Draw(0, _cohorts);
        FindDecision();
    }

    /// <summary>Whether all slots are closed.</summary>
    public bool IsOver => _slot == _scenario.SlotCount;

    /// <summary>What the present decision is taken on; the same object throughout, of no meaning once the day is over.</summary>
    public GenerationView View { get; }

    /// <summary>Takes the present decision and goes to the next one.</summary>
    /// <param name="decision">The decision; one that is infeasible is replaced and counted.</param>
    /// <returns>What it led to.</returns>
    /// <exception cref="InvalidOperationException">The day is over.</exception>
    public GenerationStep Apply(in GenerationDecision decision)
    {
        if (IsOver)
            throw new InvalidOperationException("The day is over.");
        _decisions++;
        var cohort = View.Cohort;
        var effective = _shield.Check(View, decision);
        Log(GenerationEventKind.Submitted, cohort.ArrivalS, cohort, -1, 0, cohort.Count);
        if (effective != decision)
            Log(GenerationEventKind.Replaced, cohort.ArrivalS, cohort, decision.Provider, decision.Steps);
        Send(cohort, effective);
        _next++;
        var slot = _slot;
        FindDecision();
        if (_slot == slot)
            return default;
        var (before, now) = (_paid, _recorder.Totals());
        _paid = now;
        return new GenerationStep(true, now.UtilityUsd - before.UtilityUsd, now.Jobs - before.Jobs, now.OnTime - before.OnTime, IsOver);
    }

    /// <summary>What the day came to so far.</summary>
    /// <param name="policy">The rule that decided, as tables name it.</param>
    public GenerationResult Result(string policy) => _recorder.Finish(policy, _seed, _decisions, _shield.Replaced, _hash);

    /// <inheritdoc/>
    public void Dispose()
    {
        _host.Dispose();
        _hash.Dispose();
    }

    /// <summary>Lets a provider take work or not, from now on.</summary>
    /// <param name="provider">Provider index.</param>
    /// <param name="isDraining">Whether it takes none.</param>
    public void Drain(int provider, bool isDraining)
    {
        _host.Providers.Drain(provider, isDraining);
        if (!IsOver)
            _look.At(_slot, _cohorts, _next);
    }

    // Slots without jobs are closed on the way.
    private void FindDecision()
    {
        while (_next == _cohorts.Count && !IsOver)
        {
            CloseSlot();
            (_slot, _next) = (_slot + 1, 0);
            _cohorts.Clear();
            if (!IsOver)
                _arrivals.Draw(_slot, _cohorts);
        }

        if (!IsOver)
            _look.At(_slot, _cohorts, _next);
    }

    private void Send(in GenerationCohort cohort, in GenerationDecision decision)
    {
        if (!TryOffer(cohort, decision) && (decision.Provider == cohort.Origin || !TryOffer(cohort, decision with { Provider = cohort.Origin })))
            _recorder.Declined(cohort);
    }

    private bool TryOffer(in GenerationCohort cohort, in GenerationDecision decision)
    {
        var link = _scenario.Link(cohort.Origin, decision.Provider);
        var offer = new TransferOffer(cohort, decision.Steps, link.DelayS(cohort.Bytes));
        var answer = _host.Providers.Offer(decision.Provider, offer);
        if (answer == TransferAnswer.Accepted)
        {
            Log(GenerationEventKind.Accepted, cohort.ArrivalS, cohort, decision.Provider, decision.Steps, offer.TransferS);
            _recorder.Accepted(offer, decision.Provider, cohort.Count * link.CostUsd(cohort.Bytes));
            return true;
        }

        Log(GenerationEventKind.Declined, cohort.ArrivalS, cohort, decision.Provider, decision.Steps, (double)answer);
        _recorder.DeclinedOffer();
        return false;
    }

    private void CloseSlot()
    {
        var endS = (_slot + 1) * _scenario.SlotS;
        for (var provider = 0; provider < _scenario.Providers.Count; provider++)
        {
            var conditions = _scenario.Signals[provider].Day[_slot];
            _outcomes.Clear();
            var slot = _host.Providers.CloseSlot(provider, _slot, conditions, _outcomes);
            foreach (var outcome in _outcomes)
                Log(GenerationEventKind.Answered, endS, outcome.Cohort, provider, outcome.Steps, outcome.Jobs.OnTime);
            var hours = _scenario.SlotS / 3600;
            var order = new SiteSlotOrder(slot.LoadKw, conditions, hours, (_scenario.SlotCount - _slot) * hours);
            var site = _host.Sites.RunSlot(provider, order, _forecasts[provider].At(_slot, slot.LoadKw));
            Log(GenerationEventKind.ClockSet, endS, provider, slot.Clock);
            Log(GenerationEventKind.Dispatched, endS, provider, site.StoredKwh);
            Log(GenerationEventKind.Settled, endS, provider, site.Account.CostUsd);
            _recorder.Closed(provider, slot, site);
        }
    }

    private void Log(GenerationEventKind kind, double timeS, in GenerationCohort cohort, int provider, int steps, double value = 0) =>
        Record(new GenerationEvent(timeS, kind, cohort.Id, cohort.Origin, provider, steps, value));

    private void Log(GenerationEventKind kind, double timeS, int provider, double value) =>
        Record(new GenerationEvent(timeS, kind, 0, -1, provider, 0, value));

    private void Record(in GenerationEvent entry)
    {
        _hash.Record(entry);
        _options.Sink?.Record(entry);
    }
}
