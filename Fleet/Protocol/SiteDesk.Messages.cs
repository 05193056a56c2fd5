using ControlPlane.Fleet.Jobs;
using ControlPlane.Fleet.Sites;

namespace ControlPlane.Fleet.Protocol;

/// <content>Messages from and to homes, and the leases on which the site has their jobs.</content>
public sealed partial class SiteDesk
{
    /// <summary>Takes a home's message, new or repeated.</summary>
    /// <param name="message">The message.</param>
    /// <param name="rule">Decides what a job that may start gets.</param>
    /// <param name="nowS">Present time in seconds.</param>
    public SiteAnswer Answer(HomeMessage message, IAllocationRule rule, double nowS)
    {
        ArgumentNullException.ThrowIfNull(message);
        Advance(rule, nowS);
        var session = _homes[message.Home];
        if (message.Epoch < session.Epoch)
        {
            return new SiteAnswer(
                [.. message.Assignments.Select(_ => AssignmentAnswer.Stale)],
                [.. message.Withdrawals.Select(_ => WithdrawalAnswer.Reported)]);
        }

        Follow(message, session);
        // Those that wait here come before those that arrive.
        StartWaiting(rule);
        var isLeased = session.LeaseEndS > NowS && message.LeaseEndS > NowS;
        var assignments = new AssignmentAnswer[message.Assignments.Count];
        for (var i = 0; i < assignments.Length; i++)
            assignments[i] = Take(message.Home, message.Assignments[i], isLeased, rule);
        var withdrawals = new WithdrawalAnswer[message.Withdrawals.Count];
        for (var i = 0; i < withdrawals.Length; i++)
            withdrawals[i] = Withdraw(message.Home, message.Withdrawals[i]);
        StartWaiting(rule);
        return new SiteAnswer(assignments, withdrawals);
    }

    /// <summary>
    /// A home has renewed the lease. A site asks for it for every home of which it has jobs or to which it has not delivered a report: a home that hears nothing takes
    /// back even jobs that are done.
    /// </summary>
    /// <param name="home">Index of the home.</param>
    /// <param name="epoch">The lease that it renewed.</param>
    /// <param name="leaseEndS">Its new end.</param>
    /// <param name="rule">Decides what a job that may start gets.</param>
    /// <param name="nowS">Present time in seconds.</param>
    public void Renewed(int home, long epoch, double leaseEndS, IAllocationRule rule, double nowS)
    {
        Advance(rule, nowS);
        var session = _homes[home];
        if (epoch == session.Epoch && leaseEndS > session.LeaseEndS)
            JournalSession(home, epoch, leaseEndS, session.SettledBelow);
    }

    /// <summary>A home says that a lease is over: its jobs may be elsewhere by now.</summary>
    /// <param name="home">Index of the home.</param>
    /// <param name="epoch">The lease that is over.</param>
    /// <param name="rule">Decides what a job that may start gets.</param>
    /// <param name="nowS">Present time in seconds.</param>
    public void Fenced(int home, long epoch, IAllocationRule rule, double nowS)
    {
        Advance(rule, nowS);
        if (_homes[home] is not { Tenants: > 0 } session || session.Epoch != epoch)
            return;
        JournalLapse(home, NowS);
        StartWaiting(rule);
    }

    /// <summary>
    /// What a home has to be told: again until it is acknowledged. It may leave only when every operation before it is durable: else a site that forgot them gives
    /// its number to another report, which the acknowledgement then takes away.
    /// </summary>
    /// <param name="home">Index of the home.</param>
    /// <param name="most">The most reports.</param>
    public IReadOnlyList<SiteReport> Reports(int home, int most) => [.. _homes[home].Reports.Take(most)];

    /// <summary>A home has made reports durable.</summary>
    /// <param name="home">Index of the home.</param>
    /// <param name="through">Number of the last of them.</param>
    public void Acknowledge(int home, long through)
    {
        if (!_homes[home].Reports.TryPeek(out var first) || first.Number > through)
            return;
        var writer = Journal(DeskOperation.Acknowledge, NowS);
        writer.Count(home);
        writer.Number(through);
        _log.Close();
        Forget(home, through);
    }

    private void Follow(HomeMessage message, HomeSession session)
    {
        var isNewLease = message.Epoch > session.Epoch;
        if (isNewLease && session.Tenants > 0)
            JournalLapse(message.Home, NowS);
        if (isNewLease || message.LeaseEndS > session.LeaseEndS || message.SettledBelow > session.SettledBelow)
        {
            JournalSession(
                message.Home,
                message.Epoch,
                isNewLease ? message.LeaseEndS : Math.Max(session.LeaseEndS, message.LeaseEndS),
                Math.Max(session.SettledBelow, message.SettledBelow));
        }
    }

    private AssignmentAnswer Take(int home, in Assignment assignment, bool isLeased, IAllocationRule rule)
    {
        var session = _homes[home];
        if (session.Answers.TryGetValue(assignment.Token, out var before))
            return before;
        if (assignment.Token < session.SettledBelow || !isLeased)
            return AssignmentAnswer.Stale;
        // A second job under a number that is here can only be a submitter's mistake: two homes were given the same number.
        if (_tenants.ContainsKey(assignment.Item.Job.Id))
            return JournalAnswer(home, assignment.Token, DeskOperation.Refuse, AssignmentAnswer.Refused);
        var item = assignment.Item.EndTransfer(Math.Max(NowS, assignment.Item.SinceS));
        var outcome = _site.Admit(item, _decided.Ask(rule), NowS, out var run);
        var writer = Journal(DeskOperation.Assign, NowS);
        writer.Count(home);
        writer.Number(assignment.Token);
        writer.Write(item);
        writer.Write(_decided.Answer);
        _log.Close();
        return Admitted(home, assignment.Token, item.Job.Id, outcome, run);
    }

    private AssignmentAnswer Admitted(int home, long token, JobId id, AdmitOutcome outcome, in Run run)
    {
        var session = _homes[home];
        var answer = outcome == AdmitOutcome.Refused ? AssignmentAnswer.Refused : AssignmentAnswer.Taken;
        session.Answers[token] = answer;
        if (answer == AssignmentAnswer.Refused)
            return answer;
        _tenants.Add(id, new Tenant(home, token));
        session.Tenants++;
        if (outcome == AdmitOutcome.Started)
            Begin(run);
        return answer;
    }

    private WithdrawalAnswer Withdraw(int home, in Withdrawal withdrawal)
    {
        var session = _homes[home];
        if (_tenants.TryGetValue(withdrawal.Job, out var tenant) && tenant == new Tenant(home, withdrawal.Token))
        {
            Journal(DeskOperation.Withdraw, NowS).Number(withdrawal.Job.Value);
            _log.Close();
            Cancel(withdrawal.Job, NowS);
            return WithdrawalAnswer.Reported;
        }

        if (session.Answers.TryGetValue(withdrawal.Token, out var answer))
            return answer == AssignmentAnswer.Taken ? WithdrawalAnswer.Reported : WithdrawalAnswer.Fenced;
        if (withdrawal.Token < session.SettledBelow)
            return WithdrawalAnswer.Reported;
        JournalAnswer(home, withdrawal.Token, DeskOperation.Fence, AssignmentAnswer.Stale);
        return WithdrawalAnswer.Fenced;
    }

    private AssignmentAnswer JournalAnswer(int home, long token, DeskOperation operation, AssignmentAnswer answer)
    {
        var writer = Journal(operation, NowS);
        writer.Count(home);
        writer.Number(token);
        _log.Close();
        return _homes[home].Answers[token] = answer;
    }

    private void Cancel(JobId id, double atS)
    {
        var item = Find(id);
        _site.TryCancel(id, atS, out var run);
        Leave(run is { } ended ? Left(ended, atS) : item, ReportKind.Withdrawn, atS, run);
    }

    private static WorkItem Left(in Run run, double atS) => run.Item with
    {
        RemainingUnits = run.Item.RemainingUnits - run.UnitsDone(atS),
        RanS = run.Item.RanS + (atS - run.StartS),
        SinceS = atS,
    };

    private WorkItem Find(JobId id)
    {
        WorkItem found = default;
        _site.VisitQueue(item => found = item.Job.Id == id ? item : found);
        return found;
    }

    private void JournalSession(int home, long epoch, double leaseEndS, long settledBelow)
    {
        var writer = Journal(DeskOperation.Session, NowS);
        writer.Count(home);
        writer.Number(epoch);
        writer.Real(leaseEndS);
        writer.Number(settledBelow);
        _log.Close();
        SetSession(home, epoch, leaseEndS, settledBelow);
    }

    private void SetSession(int home, long epoch, double leaseEndS, long settledBelow)
    {
        var session = _homes[home];
        (session.Epoch, session.LeaseEndS, session.SettledBelow) = (epoch, leaseEndS, settledBelow);
        while (session.Answers.Count > 0 && session.Answers.First().Key < settledBelow)
            session.Answers.Remove(session.Answers.First().Key);
    }

    private void Forget(int home, long through)
    {
        while (_homes[home].Reports.TryPeek(out var report) && report.Number <= through)
            _homes[home].Reports.Dequeue();
    }
}
