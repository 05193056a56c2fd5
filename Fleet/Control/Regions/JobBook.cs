using ControlPlane.Fleet.Control.Node;
using ControlPlane.Fleet.Decisions;
using ControlPlane.Fleet.Jobs;
using ControlPlane.Fleet.Journal;
using ControlPlane.Fleet.Protocol;

namespace ControlPlane.Fleet.Control.Regions;

/// <summary>
/// The jobs of an ingress of a region: their home, and a card of each that was submitted under an id. Jobs of the numeric protocol have no card. A deterministic state
/// machine, as <see cref="JobHome"/> is.
/// </summary>
public sealed partial class JobBook
{
    /// <summary>Numbers from here on are given to jobs with ids; lesser ones are chosen by those who submit numbers.</summary>
    public const long FirstNumber = 1L << 62;

    private const int MostHistory = 100;

    // More than these are not put in order every time that somebody looks: they wait for capacity, not for their turn.
    private const int MostOrdered = 10_000;
    private readonly FleetModel _model;
    private readonly IOperationLog _log;
    private readonly BookSettings _settings;
    private readonly CardFile _cards;
    private readonly EventRing _events;
    private readonly TenantBook _tenants = new();
    private long _accepted;
    private long _failed;
    private double _lastSubmittedS;

    /// <summary>Makes an empty book.</summary>
    /// <param name="index">Index of its ingress in the fleet.</param>
    /// <param name="model">The fleet.</param>
    /// <param name="terms">Terms of its leases.</param>
    /// <param name="log">Receives its operations.</param>
    /// <param name="settings">Its limits.</param>
    public JobBook(int index, FleetModel model, LeaseTerms terms, IOperationLog log, BookSettings settings)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(log);
        (_model, _log, _settings) = (model, log, settings);
        Home = new JobHome(index, model, terms, new PartLog(log, (byte)BookOperation.Home, index), settings.Capacity, settings.Remembered);
        _cards = new CardFile(settings.Remembered);
        _events = new EventRing(settings.Events);
    }

    /// <summary>Where the jobs are. What changes jobs with cards goes through the book.</summary>
    public JobHome Home { get; }

    /// <summary>Jobs given up, ever: its home counts them as cancelled.</summary>
    public long Failed => _failed;

    /// <summary>Tenants with jobs that have not ended, by name.</summary>
    public IReadOnlyList<TenantView> Tenants => [.. _tenants.All];

    /// <summary>The tenant of a submission.</summary>
    /// <param name="submission">The submission.</param>
    public static string Tenant(JobSubmission submission)
    {
        ArgumentNullException.ThrowIfNull(submission);
        return submission.Tenant ?? "default";
    }

    /// <summary>A job as policies see it.</summary>
    /// <param name="submission">What was submitted, without fault.</param>
    /// <param name="model">The fleet.</param>
    /// <param name="number">Its number.</param>
    /// <param name="atS">When it was accepted.</param>
    public static Job Job(JobSubmission submission, FleetModel model, long number, double atS)
    {
        ArgumentNullException.ThrowIfNull(submission);
        ArgumentNullException.ThrowIfNull(model);
        var origin = submission.Ingress is { } name ? model.Ingresses.Select((n, i) => (n, i)).First(p => p.n == name).i : 0;
        return new Job(new JobId(number), origin, submission.SizeUnits, atS, SubmissionRules.Constraint(submission, model), submission.Priority);
    }

    /// <summary>Submits a job. An equal submission under the same id changes nothing.</summary>
    /// <param name="submission">The job.</param>
    /// <param name="placement">What the policy decided for it.</param>
    /// <param name="nowS">Present time in seconds.</param>
    public SubmitResult Submit(JobSubmission submission, in Placement placement, double nowS)
    {
        ArgumentNullException.ThrowIfNull(submission);
        if (SubmissionRules.Complain(submission, _model) is { } complaint)
            return new SubmitResult(submission.Id, SubmitVerdict.Invalid, complaint);
        if (_cards.TryFind(submission.Id, out var known))
        {
            return SubmissionRules.AreEqual(known.Submission, submission)
                ? new SubmitResult(submission.Id, SubmitVerdict.Known)
                : new SubmitResult(submission.Id, SubmitVerdict.Conflict, $"another job was submitted under the id '{submission.Id}'");
        }

        if (Home.Live >= Home.Capacity)
        {
            return new SubmitResult(
                submission.Id, SubmitVerdict.Busy, $"ingress '{_model.Ingresses[Home.Index]}', home of '{submission.Id}', has {Home.Capacity} jobs that have not ended, its capacity", 1);
        }

        Accept(submission, placement, nowS);
        return new SubmitResult(submission.Id, SubmitVerdict.Accepted);
    }

    /// <summary>
    /// Held jobs to be decided on: half of them those that go first, by priority and then by deadline, and half in turn, so that jobs that wait for a lost site do not hold up
    /// those behind them.
    /// </summary>
    /// <param name="most">The most jobs, ≥ 2.</param>
    /// <param name="turn">How often somebody has looked.</param>
    public IReadOnlyList<Job> Held(int most, long turn)
    {
        List<Job> held = [];
        Home.CollectHeld(null, held, int.MaxValue);
        var ordered = held.Count <= MostOrdered ? held.OrderByDescending(j => SubmissionOf(j.Id)?.Priority ?? 0).ThenBy(j => SubmissionOf(j.Id)?.Deadline ?? DateTimeOffset.MaxValue).ToList() : held;
        if (ordered.Count <= most)
            return ordered;
        var (first, rest) = (most / 2, ordered.Count - (most / 2));
        var begin = turn * (most - first) % rest;
        return [.. ordered.Take(first), .. Enumerable.Range(0, most - first).Select(i => ordered[first + (int)((begin + i) % rest)])];
    }

    /// <summary>Assigns a held job to a site.</summary>
    /// <inheritdoc cref="JobHome.Place"/>
    public bool Place(JobId id, in Placement placement, double nowS) => Home.Place(id, placement, nowS);

    /// <summary>Withdraws a job.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="actor">Who asks.</param>
    /// <param name="nowS">Present time in seconds.</param>
    /// <returns>Whether it had not ended; null when it is unknown.</returns>
    public bool? Cancel(string id, string actor, double nowS)
    {
        if (!_cards.TryFind(id, out var card))
            return null;
        if (card.End is not null)
            return false;
        Note(NodeEvents.CancelRequested, card, -1, actor, nowS);
        if (Home.Cancel(card.Number, nowS) == CancelOutcome.Cancelled)
            End(card, JobState.Cancelled, -1, null, nowS);
        return true;
    }

    /// <summary>The id of a job.</summary>
    /// <param name="number">Its number.</param>
    /// <returns>Null where it has none.</returns>
    public string? NameOf(JobId number) => _cards.TryFind(number, out var card) ? card.Submission.Id : null;

    /// <summary>What was submitted.</summary>
    /// <param name="number">Number of the job.</param>
    /// <returns>Null where it has no card.</returns>
    public JobSubmission? SubmissionOf(JobId number) => _cards.TryFind(number, out var card) ? card.Submission : null;

    private void Accept(JobSubmission submission, in Placement placement, double nowS)
    {
        var atS = Math.Max(nowS, _lastSubmittedS);
        var job = Job(submission, _model, NextNumber, atS);
        var writer = Journal(BookOperation.Card);
        writer.Write(submission);
        writer.Real(atS);
        _log.Close();
        var card = AddCard(submission, atS);
        // A decision taken for another fleet must not stop the ingress in the middle.
        var isAllowed = !placement.IsHold && placement.Site < _model.SiteCount && job.MayRunAt(placement.Site);
        Home.Submit(job, isAllowed ? placement : Placement.Hold, atS);
        Note(NodeEvents.Submitted, card, -1, "", atS);
        if (!isAllowed)
            Note(NodeEvents.Held, card, -1, "no site may take it now", atS);
    }

    // Numbers of the homes of a region do not meet.
    private long NextNumber => FirstNumber + (_accepted * _model.Ingresses.Count) + Home.Index;

    private JobCard AddCard(JobSubmission submission, double atS)
    {
        var card = new JobCard { Number = new JobId(NextNumber), Submission = submission, Home = Home.Index, SubmittedS = atS };
        _accepted++;
        _lastSubmittedS = atS;
        _cards.Add(card);
        _tenants.Enter(Tenant(submission));
        return card;
    }

    private void Note(byte kind, JobCard card, int site, string detail, double nowS)
    {
        var entry = new NodeEvent(_events.Last + 1, kind, nowS, card.Number, card.Submission.Id, site, detail);
        Journal(BookOperation.Event).Write(entry);
        _log.Close();
        Apply(entry);
    }

    private void Apply(in NodeEvent entry)
    {
        _events.Add(entry);
        if (!_cards.TryFind(entry.Job, out var card))
            return;
        card.Version = entry.Number;
        if (entry.Kind == NodeEvents.CancelRequested)
            card.IsCancelled = true;
        if (entry.Kind == NodeEvents.Attempted)
            card.Failures++;
    }

    private StateWriter Journal(BookOperation operation)
    {
        var writer = _log.Open();
        writer.Byte((byte)operation);
        return writer;
    }
}
