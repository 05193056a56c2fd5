using ControlPlane.Fleet.Decisions;
using ControlPlane.Fleet.Jobs;
using ControlPlane.Fleet.Journal;
using ControlPlane.Fleet.Protocol;

namespace ControlPlane.Fleet.Control.Node;

/// <summary>
/// A whole control plane as one deterministic state machine: the homes of jobs, the desks of sites, the sites' agents, what is known of each job, the policy's
/// versions, the events and the audit log. Its host gives it the time and the rules, journals its decided operations and answers when they are durable. Messages between
/// homes and desks are delivered inside an operation; what can be lost, late or repeated is what agents and submitters say.
/// </summary>
public sealed partial class ControlNode
{
    // Homes and desks are one machine and fail together: their lease is no promise across a network and never ends.
    private static readonly LeaseTerms Internal = new(1e12, 1);
    private readonly FleetModel _model;
    private readonly NodeSettings _settings;
    private readonly IOperationLog _log;
    private readonly long _incarnation;
    private readonly CardFile _cards;
    private readonly Queue<(int Home, int Site)> _toTell = new();
    private readonly Queue<int> _toHear = new();
    private JobHome[] _homes = [];
    private SiteDesk[] _desks = [];
    private AgentStand[] _agents = [];
    private DateTimeOffset _foundedAt;
    private long _nextNumber = 1;
    private long _completed;
    private long _cancelled;
    private long _failed;

    /// <summary>Makes an empty node: all its sites wait for their agents.</summary>
    /// <param name="model">The fleet.</param>
    /// <param name="settings">Its limits.</param>
    /// <param name="log">Receives its operations.</param>
    /// <param name="incarnation">Different for each process that hosts the node, ascending: an agent's knowledge of another one's task list is worth nothing.</param>
    public ControlNode(FleetModel model, NodeSettings settings, IOperationLog log, long incarnation)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(settings);
        _model = model;
        _settings = settings;
        _log = log;
        _incarnation = incarnation;
        _cards = new CardFile(settings.Remembered);
        _events = new EventRing(settings.Events);
        _decisions = new DecisionDesk(model);
        View = new FleetView(model);
        Clear();
    }

    /// <summary>What policies may know: the node's own sites, always fresh.</summary>
    public FleetView View { get; private set; }

    /// <summary>Present time in seconds since the node was founded, as it was last told.</summary>
    public double NowS { get; private set; }

    /// <summary>Whether the node has been founded: its clock runs.</summary>
    public bool IsFounded => _foundedAt != default;

    /// <summary>Jobs that have not ended.</summary>
    public int Live => _homes.Sum(h => h.Live);

    /// <summary>Grows whenever something happened that a reader may wait for.</summary>
    public long LastEvent => _events.Last;

    /// <summary>Founds the node: its clock shows 0 now.</summary>
    /// <param name="at">The present.</param>
    public void Found(DateTimeOffset at)
    {
        if (IsFounded)
            return;
        var writer = Journal(NodeOperation.Found);
        // A journal that no snapshot precedes has its version here.
        writer.Byte(StateVersion);
        WriteFounding(writer, at);
        _log.Close();
        _foundedAt = at;
    }

    /// <summary>Moves the present.</summary>
    /// <param name="at">The present; an earlier one than before is taken as that.</param>
    public void SetTime(DateTimeOffset at)
    {
        NowS = Math.Max(NowS, (at - _foundedAt).TotalSeconds);
        View.SetTime(NowS);
    }

    /// <summary>The node was away and is back: agents have a whole lease to beat in.</summary>
    public void Recovered()
    {
        foreach (var home in _homes)
            home.Recovered(NowS);
        foreach (var agent in _agents.Where(a => a.IsConnected))
            agent.LeaseEndS = NowS + _settings.AgentLeaseS;
        for (var site = 0; site < _desks.Length; site++)
            View.Report(_desks[site].Status);
    }

    /// <summary>Submits a job. An equal submission under the same id changes nothing.</summary>
    /// <param name="submission">The job.</param>
    /// <param name="rules">What decides.</param>
    public SubmitResult Submit(JobSubmission submission, in NodeRules rules)
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

        if (Full(submission) is { } reason)
            return new SubmitResult(submission.Id, SubmitVerdict.Busy, reason, 1);
        Accept(submission, rules);
        return new SubmitResult(submission.Id, SubmitVerdict.Accepted);
    }

    /// <summary>Withdraws a job.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="actor">Who asks.</param>
    /// <param name="rules">What decides.</param>
    /// <returns>False when it is unknown.</returns>
    public bool Cancel(string id, string actor, in NodeRules rules)
    {
        if (!_cards.TryFind(id, out var card))
            return false;
        if (card.End is not null)
            return true;
        Note(NodeEvents.CancelRequested, card, -1, actor);
        AddAudit(actor, "job.cancel", id, "");
        Withdraw(card, rules);
        return true;
    }

    /// <summary>Does what is due: agents that are silent are lost, slots of energy end and begin, held jobs are placed.</summary>
    /// <param name="rules">What decides.</param>
    /// <returns>Whether there is more to do at once: held jobs are placed some at a time, so that others have their turn.</returns>
    public bool Tick(in NodeRules rules)
    {
        for (var site = 0; site < _agents.Length; site++)
        {
            if (_agents[site].IsConnected && _agents[site].LeaseEndS <= NowS)
                Lose(site, $"silent for {_settings.AgentLeaseS:0.#} s", rules);
        }

        PassEnergy();
        PassGeneration();
        return PlaceHeld(rules);
    }

    private string? Full(JobSubmission submission)
    {
        var tenant = Tenant(submission);
        if (_tenants.IsFull(tenant))
            return $"tenant '{tenant}' may have {_tenants.QuotaOf(tenant)} jobs that have not ended, its quota";
        var home = _homes[Ingress(submission)];
        return home.Live >= home.Capacity ? $"ingress '{_model.Ingresses[home.Index]}' has {home.Capacity} jobs that have not ended, its capacity" : null;
    }

    private void Accept(JobSubmission submission, in NodeRules rules)
    {
        var home = _homes[Ingress(submission)];
        var job = JobOf(submission, new JobId(_nextNumber), home.Index, NowS);
        var placement = Decide(job, submission, rules);
        var writer = Journal(NodeOperation.Card);
        writer.Write(submission);
        writer.Count(home.Index);
        writer.Real(NowS);
        _log.Close();
        var card = AddCard(submission, home.Index, NowS);
        home.Submit(job, placement, NowS);
        Note(NodeEvents.Submitted, card, -1, "");
        NoteDecision(card, job, placement, rules);
        if (placement.IsHold)
            Note(NodeEvents.Held, card, -1, "no site may take it now");
        else
            _toTell.Enqueue((home.Index, placement.Site));
        Deliver(rules);
    }

    private Job JobOf(JobSubmission submission, JobId number, int home, double submittedS) => new(
        number,
        home,
        submission.SizeUnits,
        submittedS,
        SubmissionRules.Constraint(submission, _model),
        submission.Priority,
        submission.Deadline is { } deadline ? (deadline - _foundedAt).TotalSeconds : double.PositiveInfinity);

    private JobCard AddCard(JobSubmission submission, int home, double nowS)
    {
        var card = new JobCard { Number = new JobId(_nextNumber++), Submission = submission, Home = home, SubmittedS = nowS };
        _cards.Add(card);
        _tenants.Enter(Tenant(submission));
        return card;
    }

    private void Withdraw(JobCard card, in NodeRules rules)
    {
        var home = _homes[card.Home];
        home.TryFind(card.Number, out _, out var site, out _);
        if (home.Cancel(card.Number, NowS) == CancelOutcome.Cancelled)
            End(card, JobState.Cancelled, -1, null);
        else
            _toTell.Enqueue((home.Index, site));
        Deliver(rules);
    }

    private int Ingress(JobSubmission submission) => submission.Ingress is null ? 0 : Enumerable.Range(0, _homes.Length).First(i => _model.Ingresses[i] == submission.Ingress);

    private static string Tenant(JobSubmission submission) => submission.Tenant ?? "default";
}
