using ControlPlane.Fleet.Decisions;
using ControlPlane.Fleet.Jobs;
using ControlPlane.Fleet.Journal;

namespace ControlPlane.Fleet.Protocol;

/// <summary>
/// The side of the job protocol where jobs enter a region. It answers for every job that it has accepted until the job ends, wherever it is: held here, assigned
/// to a site that has not answered, or at a site on a lease. Messages to and from sites may be lost, repeated and reordered; a journal and
/// <see cref="SiteDesk"/> at the other end make the effect of each job exactly one. A deterministic state machine: every operation that changes it is journalled
/// as decided, so that a replay asks no policy.
/// </summary>
public sealed partial class JobHome
{
    /// <summary>The most work of a job, units: far more than any has; sums of times with more would be rounded to whole seconds.</summary>
    public const double MostUnits = 1e15;

    private readonly FleetModel _model;
    private readonly LeaseTerms _terms;
    private readonly IOperationLog _log;
    private readonly Dictionary<JobId, HomeEntry> _jobs = [];
    private readonly SortedSet<HeldPlace> _held = new(HeldPlace.Order);
    private readonly EndedJobs _ended;
    private readonly SiteBook[] _sites;
    private long _nextToken = 1;
    private long _submitted;
    private long _completed;
    private long _cancelled;
    private long _rejected;
    private int _sending;

    /// <summary>Makes an empty home.</summary>
    /// <param name="index">Index of its ingress in the fleet.</param>
    /// <param name="model">The fleet.</param>
    /// <param name="terms">Terms of its leases.</param>
    /// <param name="log">Receives its operations.</param>
    /// <param name="capacity">The most jobs that it has at a time, ≥ 1.</param>
    /// <param name="remembered">How many ended jobs it knows: a number submitted again after so many more have ended is a new job. ≥ 1.</param>
    public JobHome(int index, FleetModel model, LeaseTerms terms, IOperationLog log, int capacity = 100_000, int remembered = 10_000)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentOutOfRangeException.ThrowIfLessThan(capacity, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(remembered, 1);
        Index = index;
        Capacity = capacity;
        _model = model;
        _terms = terms;
        _log = log;
        _ended = new EndedJobs(remembered);
        _sites = [.. Enumerable.Range(0, model.SiteCount).Select(_ => new SiteBook())];
    }

    /// <summary>Index of its ingress in the fleet.</summary>
    public int Index { get; }

    /// <summary>The most jobs that it has at a time.</summary>
    public int Capacity { get; }

    /// <summary>Its ledger.</summary>
    public HomeCounts Counts =>
        new(_submitted, _held.Count, _sending, _jobs.Count - _held.Count - _sending, _completed, _cancelled, _rejected);

    /// <summary>Jobs that have not ended.</summary>
    public int Live => _jobs.Count;

    /// <summary>Submits a job. The same submission may come several times.</summary>
    /// <param name="job">The job.</param>
    /// <param name="placement">What the policy decided for it, or <see cref="Placement.Hold"/>.</param>
    /// <param name="nowS">Present time in seconds.</param>
    /// <exception cref="ArgumentException">The job speaks of another fleet, or its size or time is no number that a job can have.</exception>
    /// <exception cref="InvalidOperationException">The placement names a site where the job may not run, or a negative number of GPUs.</exception>
    public SubmitOutcome Submit(in Job job, in Placement placement, double nowS)
    {
        // What is not refused now cannot be read back from the journal.
        if (WhyNot(job) is { } reason)
            throw new ArgumentException($"Job {job.Id} {reason}.", nameof(job));
        if (IsKnown(job, out var known))
            return known;
        if (!Feasibility.IsPossible(job, _model))
        {
            Journal(HomeOperation.Reject).Write(job);
            _log.Close();
            Reject(job);
            return SubmitOutcome.Rejected;
        }

        if (_jobs.Count >= Capacity)
            return SubmitOutcome.Full;
        RequireAllowed(job, placement);
        var writer = Journal(HomeOperation.Accept);
        writer.Write(job);
        writer.Write(placement);
        writer.Real(nowS);
        _log.Close();
        Accept(job, placement, nowS);
        return SubmitOutcome.Accepted;
    }

    /// <summary>Whether a submission is one of a number that is taken.</summary>
    /// <param name="job">The job.</param>
    /// <param name="outcome"><see cref="SubmitOutcome.Known"/>, <see cref="SubmitOutcome.Rejected"/> again, or <see cref="SubmitOutcome.Conflict"/>.</param>
    public bool IsKnown(in Job job, out SubmitOutcome outcome)
    {
        if (_jobs.TryGetValue(job.Id, out var entry))
        {
            outcome = SameRequest(entry.Item.Job, job) ? SubmitOutcome.Known : SubmitOutcome.Conflict;
            return true;
        }

        var isKnown = _ended.TryFind(job.Id, out var ended);
        outcome = ended.SizeUnits != job.SizeUnits ? SubmitOutcome.Conflict
            : ended.Phase == JobPhase.Rejected ? SubmitOutcome.Rejected
            : SubmitOutcome.Known;
        return isKnown;
    }

    /// <summary>
    /// Writes the held jobs, to be decided on and placed: greater priority first, then the earlier deadline, then in order of submission. Those that come after one, so
    /// that whoever can place none of the first ones, which wait for a site that is lost, reaches the others.
    /// </summary>
    /// <param name="after">The job, held or not; null to begin with the first.</param>
    /// <param name="jobs">Receives them.</param>
    /// <param name="most">The most to write.</param>
    public void CollectHeld(in Job? after, ICollection<Job> jobs, int most)
    {
        ArgumentNullException.ThrowIfNull(jobs);
        var first = after is { } job ? HeldPlace.Of(job) : HeldPlace.First;
        foreach (var place in _held.GetViewBetween(first, HeldPlace.Last).SkipWhile(held => held == first).Take(most))
            jobs.Add(_jobs[place.Job].Item.Job);
    }

    /// <summary>Assigns a held job to a site.</summary>
    /// <param name="id">The job.</param>
    /// <param name="placement">What the policy decided.</param>
    /// <param name="nowS">Present time in seconds.</param>
    /// <returns>False when the job is not held any more, or the decision is to hold it.</returns>
    /// <exception cref="InvalidOperationException">The placement names a site where the job may not run, or a negative number of GPUs.</exception>
    public bool Place(JobId id, in Placement placement, double nowS)
    {
        if (placement.IsHold || !_jobs.TryGetValue(id, out var entry) || entry.Phase != HomePhase.Held)
            return false;
        RequireAllowed(entry.Item.Job, placement);
        var writer = Journal(HomeOperation.Place);
        writer.Number(id.Value);
        writer.Write(placement);
        writer.Real(nowS);
        _log.Close();
        Assign(entry, placement, nowS);
        return true;
    }

    /// <summary>Withdraws a job.</summary>
    /// <param name="id">The job.</param>
    /// <param name="nowS">Present time in seconds.</param>
    public CancelOutcome Cancel(JobId id, double nowS)
    {
        if (!_jobs.TryGetValue(id, out var entry))
            return _ended.TryFind(id, out _) ? CancelOutcome.Ended : CancelOutcome.Unknown;
        if (!entry.IsWithdrawn)
        {
            var writer = Journal(HomeOperation.Cancel);
            writer.Number(id.Value);
            writer.Real(nowS);
            _log.Close();
            Withdraw(entry, nowS);
        }

        return _jobs.ContainsKey(id) ? CancelOutcome.Requested : CancelOutcome.Cancelled;
    }

    /// <summary>Finds a job that has not ended.</summary>
    /// <param name="id">The job.</param>
    /// <param name="phase">Where it is.</param>
    /// <param name="site">Its site; -1 while held.</param>
    /// <param name="token">Token of its present assignment; 0 while held.</param>
    public bool TryFind(JobId id, out HomePhase phase, out int site, out long token)
    {
        var found = _jobs.TryGetValue(id, out var entry);
        (phase, site, token) = found ? (entry!.Phase, entry.Site, entry.Token) : (default, -1, 0);
        return found;
    }

    /// <summary>Finds a job that has ended and is remembered.</summary>
    /// <param name="id">The job.</param>
    /// <param name="ended">What is remembered.</param>
    public bool TryFindEnded(JobId id, out EndedJob ended) => _ended.TryFind(id, out ended);

    private static bool SameRequest(in Job known, in Job job) =>
        (known.SizeUnits, known.Priority, known.DeadlineS) == (job.SizeUnits, job.Priority, job.DeadlineS)
        && (known.Constraint is null) == (job.Constraint is null)
        && (known.Constraint is null || known.Constraint.Members.SequenceEqual(job.Constraint!.Members));

    private void RequireAllowed(in Job job, in Placement placement)
    {
        if (placement.Site >= _model.SiteCount || (!placement.IsHold && !job.MayRunAt(placement.Site)))
            throw new InvalidOperationException($"Job {job.Id} was placed at site {placement.Site}, where it may not run.");
        if (placement.Wanted is { Gpus: < 0 } or { ClockLevel: < 0 })
            throw new InvalidOperationException($"Job {job.Id} was placed with {placement.Wanted}.");
    }

    private string? WhyNot(in Job job)
    {
        if (job.Constraint is { } sites && sites.SiteCount != _model.SiteCount)
            return $"is constrained to sites of a fleet of {sites.SiteCount}; this one has {_model.SiteCount}";
        if ((uint)job.Ingress >= (uint)_model.Ingresses.Count)
            return $"entered at ingress {job.Ingress}; the fleet has {_model.Ingresses.Count}";
        if (!(job.SizeUnits is > 0 and <= MostUnits))
            return $"has {job.SizeUnits} units; a job has more than 0 and at most {MostUnits}";
        if (job.Priority is < 0 or > Job.MostPriority)
            return $"has priority {job.Priority}; a job has 0 to {Job.MostPriority}";
        if (!(job.DeadlineS > double.NegativeInfinity))
            return $"should be done at {job.DeadlineS} s";
        return double.IsFinite(job.SubmittedS) ? null : $"was submitted at {job.SubmittedS} s";
    }

    private void Reject(in Job job)
    {
        _submitted++;
        _rejected++;
        _ended.Add(new EndedJob(job.Id, job.SizeUnits, JobPhase.Rejected, job.SubmittedS, -1));
    }

    private void Accept(in Job job, in Placement placement, double nowS)
    {
        _submitted++;
        var entry = new HomeEntry { Item = WorkItem.Submitted(job) };
        _jobs.Add(job.Id, entry);
        _held.Add(HeldPlace.Of(job));
        if (!placement.IsHold)
            Assign(entry, placement, nowS);
    }

    private void Assign(HomeEntry entry, in Placement placement, double nowS)
    {
        var job = entry.Item.Job;
        var site = _sites[placement.Site];
        _held.Remove(HeldPlace.Of(job));
        entry.Item = entry.Item.EndWait(Math.Max(nowS, entry.Item.SinceS)) with { Wanted = placement.Wanted };
        entry.Phase = HomePhase.Sending;
        entry.Site = placement.Site;
        entry.Token = _nextToken++;
        _sending++;
        site.Sending.Add(entry.Token, job.Id);
        // A site that had nothing of ours had no lease to keep: its next one begins with the next message.
        if (site.Jobs++ == 0)
            site.EndLease();
    }

    private void Withdraw(HomeEntry entry, double nowS)
    {
        entry.IsWithdrawn = true;
        if (entry.Phase == HomePhase.Held)
            Finish(entry, JobPhase.Cancelled, nowS);
        else
            _sites[entry.Site].Withdrawing.Add(entry.Token, entry.Item.Job.Id);
    }
}
