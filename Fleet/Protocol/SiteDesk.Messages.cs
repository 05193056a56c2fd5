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

    /// <summary>A home has renewed the lease.</summary>
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

    /// <summary>What a home has to be told: again until it is acknowledged.</summary>
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
        if (message.Epoch > session.Epoch && session.Tenants > 0)
            JournalLapse(message.Home, NowS);
        var isNewer = message.Epoch > session.Epoch || message.LeaseEndS > session.LeaseEndS || message.SettledBelow > session.SettledBelow;
        if (isNewer)
        {
            JournalSession(
                message.Home,
                message.Epoch,
                Math.Max(session.LeaseEndS, message.LeaseEndS),
                Math.Max(session.SettledBelow, message.SettledBelow));
        }
    }

    private AssignmentAnswer Take(int home, in Assignment assignment, bool isLeased, IAllocationRule rule)
    {
        var session = _homes[home];
        if (session.Answers.TryGetValue(assignment.Token, out var before))
            return before;
        // A second job under a number that is here can only be a submitter's mistake: two homes were given the same number.
        if (assignment.Token < session.SettledBelow || !isLeased || _tenants.ContainsKey(assignment.Item.Job.Id))
            return AssignmentAnswer.Stale;
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
        var writer = Journal(DeskOperation.Fence, NowS);
        writer.Count(home);
        writer.Number(withdrawal.Token);
        _log.Close();
        session.Answers[withdrawal.Token] = AssignmentAnswer.Stale;
        return WithdrawalAnswer.Fenced;
    }

    private void Cancel(JobId id, double atS)
    {
        var item = Find(id);
        _site.TryCancel(id, atS, out var run);
        Leave(run?.Item ?? item, ReportKind.Withdrawn, atS, run);
    }

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
