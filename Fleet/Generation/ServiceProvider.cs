using ControlPlane.Fleet.Energy;

namespace ControlPlane.Fleet.Generation;

/// <summary>
/// A service provider: answers quotes, takes or declines work, and at the end of a slot chooses its clock and says what became of the work (aigc-energy.md, 2 and 3).
/// Answers are kept for the open slot and the one before, so that an offer that comes twice counts once.
/// </summary>
public sealed partial class ServiceProvider
{
    private readonly GenerationTerms _terms;
    private readonly double _slotS;
    private readonly IGenerationQueue _queue;
    private readonly List<TransferOffer> _assigned = [];
    private readonly List<CohortOutcome> _outcomes = [];
    private Dictionary<long, TransferAnswer> _answers = [];
    private Dictionary<long, TransferAnswer> _earlierAnswers = [];
    private QueuedWork[] _work = [];
    private WorkOutcome[] _jobs = [];
    private double _assignedGpuS;
    private ProviderSlot _last;

    /// <summary>Makes a provider without work.</summary>
    /// <param name="spec">What it has.</param>
    /// <param name="terms">What users pay.</param>
    /// <param name="slotS">Length of a slot, s, &gt; 0.</param>
    /// <param name="patienceS">The longest that any job waits, s, &gt; 0: the longest deadline.</param>
    /// <exception cref="ArgumentException">Something cannot be; the message names the field.</exception>
    public ServiceProvider(ServiceProviderSpec spec, GenerationTerms terms, double slotS, double patienceS)
    {
        ArgumentNullException.ThrowIfNull(spec);
        ArgumentNullException.ThrowIfNull(terms);
        if (spec.Complain() is { } complaint)
            throw new ArgumentException(complaint, nameof(spec));
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(slotS);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(patienceS);
        (Spec, _terms, _slotS) = (spec, terms, slotS);
        _queue = spec.Queue == QueueKind.Fifo ? new FifoQueue((int)spec.Gpus, patienceS) : new FluidQueue(spec.Gpus, patienceS);
    }

    /// <summary>What it has.</summary>
    public ServiceProviderSpec Spec { get; }

    /// <summary>The slot that is open.</summary>
    public int OpenSlot { get; private set; }

    /// <summary>Whether it takes no work.</summary>
    public bool IsDraining { get; set; }

    /// <summary>What others may know of it.</summary>
    public ProviderStatus Status => new(_assignedGpuS / SlotGpuS, _queue.BacklogGpuS / SlotGpuS, IsDraining);

    private double SlotGpuS => Spec.Gpus * _slotS;

    /// <summary>Says what it would do for a cohort. Binds nobody.</summary>
    /// <param name="cohort">The jobs.</param>
    /// <param name="steps">Denoising steps of each image, ≥ 1.</param>
    /// <param name="transferS">Time of one way, s.</param>
    /// <param name="conditions">What the world offers in the open slot.</param>
    public GenerationQuote Quote(in GenerationCohort cohort, int steps, double transferS, in SiteConditions conditions)
    {
        var serviceS = cohort.Images * Spec.Model.ServiceS(steps, GenerationGpu.FullClock);
        var energyJ = cohort.Images * Spec.Model.EnergyJ(steps, GenerationGpu.FullClock, Spec.Gpu);
        var roundS = 2 * transferS + serviceS;
        var workGpuS = cohort.Count * serviceS;
        return new GenerationQuote(
            roundS <= cohort.DeadlineS,
            Spec.BoughtUsd(cohort.Count * energyJ, conditions),
            roundS + MostWaitS(workGpuS),
            cohort.QualityFactor * Spec.Model.Quality.At(steps),
            workGpuS / SlotGpuS);
    }

    /// <summary>Whether it has answered an offer and still knows.</summary>
    /// <param name="id">Id of the cohort.</param>
    public bool Knows(long id) => _answers.ContainsKey(id) || _earlierAnswers.ContainsKey(id);

    /// <summary>Takes or declines work. The same offer again gets the same answer and counts once.</summary>
    /// <param name="offer">The work.</param>
    public TransferAnswer Offer(in TransferOffer offer)
    {
        var id = offer.Cohort.Id;
        if (_answers.TryGetValue(id, out var given) || _earlierAnswers.TryGetValue(id, out given))
            return given;
        var workGpuS = offer.Cohort.Count * offer.Cohort.Images * Spec.Model.ServiceS(offer.Steps, GenerationGpu.FullClock);
        var answer = IsDraining ? TransferAnswer.DeclinedDraining
            : MostWaitS(workGpuS) > Spec.MaxWaitS ? TransferAnswer.DeclinedFull
            : TransferAnswer.Accepted;
        _answers.Add(id, answer);
        if (answer == TransferAnswer.Accepted)
        {
            _assigned.Add(offer);
            _assignedGpuS += workGpuS;
        }

        return answer;
    }

    /// <summary>What the work of the open slot would come to at each clock; changes nothing.</summary>
    /// <param name="conditions">What the world offers in the slot.</param>
    /// <returns>One trial a clock, slowest first.</returns>
    public ClockTrial[] WeighClocks(in SiteConditions conditions)
    {
        var trials = new ClockTrial[Spec.Gpu.Clocks.Count];
        for (var i = 0; i < trials.Length; i++)
            trials[i] = Weigh(Spec.Gpu.Clocks[i], conditions);
        return trials;
    }

    /// <summary>Closes the open slot: chooses the clock, runs the work, opens the next slot. Closing the same slot again says the same again.</summary>
    /// <param name="slot">The open slot, or the one closed last.</param>
    /// <param name="conditions">What the world offered.</param>
    /// <param name="outcomes">Receives what became of each cohort, in the order in which they were taken.</param>
    /// <exception cref="ArgumentException">It is another slot.</exception>
    public ProviderSlot CloseSlot(int slot, in SiteConditions conditions, ICollection<CohortOutcome> outcomes)
    {
        ArgumentNullException.ThrowIfNull(outcomes);
        if (slot == OpenSlot)
            Close(conditions);
        else if (slot != OpenSlot - 1)
            throw new ArgumentException($"slot {slot} cannot be closed at {Spec.Name}: slot {OpenSlot} is open", nameof(slot));
        foreach (var outcome in _outcomes)
            outcomes.Add(outcome);
        return _last;
    }

    private void Close(in SiteConditions conditions)
    {
        var clock = Spec.Gpu.Clocks.Count == 1 ? Spec.Gpu.Clocks[0] : Spec.Gpu.Clocks[ClockTrial.Best(WeighClocks(conditions))];
        Prepare(clock);
        var queue = _queue.Run(_work.AsSpan(0, _assigned.Count), _slotS, _jobs);
        _outcomes.Clear();
        var (jobs, revenueUsd, penaltyUsd) = (default(WorkOutcome), 0.0, 0.0);
        for (var i = 0; i < _assigned.Count; i++)
        {
            var outcome = Outcome(_assigned[i], _jobs[i]);
            _outcomes.Add(outcome);
            jobs = new WorkOutcome(jobs.OnTime + _jobs[i].OnTime, jobs.Late + _jobs[i].Late, jobs.Abandoned + _jobs[i].Abandoned);
            (revenueUsd, penaltyUsd) = (revenueUsd + outcome.RevenueUsd, penaltyUsd + outcome.PenaltyUsd);
        }

        var loadKw = Spec.LoadKw(queue.BusyGpuS, queue.BusyJ, _slotS);
        _last = new ProviderSlot(OpenSlot, clock, loadKw, _assignedGpuS / SlotGpuS, queue, jobs, revenueUsd, penaltyUsd);
        OpenNext();
    }

    private void OpenNext()
    {
        OpenSlot++;
        _assigned.Clear();
        _assignedGpuS = 0;
        (_answers, _earlierAnswers) = (_earlierAnswers, _answers);
        _answers.Clear();
    }

    private ClockTrial Weigh(double clock, in SiteConditions conditions)
    {
        Prepare(clock);
        var queue = _queue.Preview(_work.AsSpan(0, _assigned.Count), _slotS, _jobs);
        var (revenueUsd, penaltyUsd) = (0.0, 0.0);
        for (var i = 0; i < _assigned.Count; i++)
        {
            var outcome = Outcome(_assigned[i], _jobs[i]);
            (revenueUsd, penaltyUsd) = (revenueUsd + outcome.RevenueUsd, penaltyUsd + outcome.PenaltyUsd);
        }

        // The slot's own work, whenever it runs: a slow clock must not look cheap because it leaves work to the next slot.
        var loadKw = Spec.LoadKw(_queue.BacklogGpuS + queue.TakenGpuS, _queue.BacklogJ + queue.TakenJ, _slotS);
        return new ClockTrial(clock, Spec.BillUsd(loadKw, conditions, _slotS), penaltyUsd, revenueUsd);
    }

    private void Prepare(double clock)
    {
        if (_work.Length < _assigned.Count)
            (_work, _jobs) = (new QueuedWork[2 * _assigned.Count], new WorkOutcome[2 * _assigned.Count]);
        for (var i = 0; i < _assigned.Count; i++)
        {
            var (cohort, steps, transferS) = _assigned[i];
            var serviceS = cohort.Images * Spec.Model.ServiceS(steps, clock);
            _work[i] = new QueuedWork(
                Math.Clamp(cohort.ArrivalS - OpenSlot * _slotS, 0, _slotS),
                cohort.Count,
                serviceS,
                cohort.Images * Spec.Model.EnergyJ(steps, clock, Spec.Gpu),
                cohort.DeadlineS - 2 * transferS - serviceS);
        }
    }

    private CohortOutcome Outcome(in TransferOffer offer, in WorkOutcome jobs)
    {
        var cohort = offer.Cohort;
        var quality = cohort.QualityFactor * Spec.Model.Quality.At(offer.Steps);
        return new CohortOutcome(
            cohort,
            offer.Steps,
            jobs,
            _terms.RevenueUsdPerImage * cohort.Images * quality * jobs.OnTime,
            _terms.PenaltyUsdPerImage * cohort.Images * (jobs.Late + jobs.Abandoned));
    }

    // Of the fluid, as if all work that is assigned came evenly over the slot.
    private double MostWaitS(double moreGpuS) =>
        new FluidSlot(_queue.BacklogGpuS, (_assignedGpuS + moreGpuS) / _slotS, Spec.Gpus, _slotS).MostWaitS;
}
