using ControlPlane.Fleet.Jobs;

namespace ControlPlane.Fleet.Protocol;

/// <content>Messages to and from sites, and the leases on which these have jobs.</content>
public sealed partial class JobHome
{
    /// <summary>
    /// What a site has to be told now: all of it again until its answer has been taken in. It may leave only when every operation before it is durable: else a home
    /// that forgot them gives their tokens and epochs a second meaning. A site that answers is granted the lease anew with the next message; one that does not is
    /// granted nothing, or its lease would never end.
    /// </summary>
    /// <param name="site">Site index.</param>
    /// <param name="most">The most assignments, and the most withdrawals, in one message.</param>
    /// <param name="nowS">Present time in seconds.</param>
    /// <returns>Null when there is nothing to tell.</returns>
    public HomeMessage? Compose(int site, int most, double nowS)
    {
        var book = _sites[site];
        if (book.Sending.Count == 0 && book.Withdrawing.Count == 0)
            return null;
        if (book.LeaseEndS is not { } endS || book.HasAnswered)
            endS = book.Grant(nowS + _terms.LeaseS);
        return new HomeMessage(
            Index,
            book.Epoch,
            endS,
            book.Sending.Count > 0 ? book.Sending.First().Key : _nextToken,
            [.. book.Sending.Where(s => !_jobs[s.Value].IsWithdrawn).Take(most).Select(s => new Assignment(s.Key, _jobs[s.Value].Item))],
            [.. book.Withdrawing.Take(most).Select(w => new Withdrawal(w.Key, w.Value))]);
    }

    /// <summary>Whether there is something to tell a site.</summary>
    /// <param name="site">Site index.</param>
    public bool HasMessage(int site) => _sites[site].Sending.Count > 0 || _sites[site].Withdrawing.Count > 0;

    /// <summary>Takes in a site's answer.</summary>
    /// <param name="site">Site index.</param>
    /// <param name="message">The message.</param>
    /// <param name="answer">Its answer.</param>
    /// <param name="nowS">Present time in seconds.</param>
    /// <returns>How many jobs are held again because the site refused them.</returns>
    public int Settle(int site, HomeMessage message, SiteAnswer answer, double nowS)
    {
        ArgumentNullException.ThrowIfNull(message);
        ArgumentNullException.ThrowIfNull(answer);
        var refused = 0;
        // A site that takes nothing in, for example because its clock is wrong, must not keep the lease by saying so.
        if (message.Epoch == _sites[site].Epoch && !answer.Assignments.Contains(AssignmentAnswer.Stale))
            _sites[site].HasAnswered = true;
        foreach (var (assignment, reply) in message.Assignments.Zip(answer.Assignments))
        {
            if (reply == AssignmentAnswer.Stale || !_sites[site].Sending.ContainsKey(assignment.Token))
                continue;
            JournalSettle(HomeOperation.Settle, site, assignment.Token, reply == AssignmentAnswer.Taken, nowS);
            Settle(site, assignment.Token, reply == AssignmentAnswer.Taken, nowS);
            refused += reply == AssignmentAnswer.Refused ? 1 : 0;
        }

        foreach (var (withdrawal, reply) in message.Withdrawals.Zip(answer.Withdrawals))
        {
            if (!_sites[site].Withdrawing.ContainsKey(withdrawal.Token))
                continue;
            JournalSettle(HomeOperation.AnswerWithdrawal, site, withdrawal.Token, reply == WithdrawalAnswer.Fenced, nowS);
            AnswerWithdrawal(site, withdrawal.Token, reply == WithdrawalAnswer.Fenced, nowS);
        }

        return refused;
    }

    /// <summary>Takes in a site's report. It has an effect only under the job's present token.</summary>
    /// <param name="site">Site index.</param>
    /// <param name="report">The report.</param>
    /// <param name="nowS">Present time in seconds.</param>
    /// <returns>Whether it had an effect; if not, it is out of date. Both are acknowledged.</returns>
    public bool Take(int site, in SiteReport report, double nowS)
    {
        if (!_jobs.TryGetValue(report.Item.Job.Id, out var entry) || entry.Site != site || entry.Token != report.Token)
            return false;
        if (report.Kind == ReportKind.Returned)
        {
            var writer = Journal(HomeOperation.Return);
            writer.Write(report.Item);
            writer.Real(nowS);
            _log.Close();
            Return(entry, report.Item, nowS);
        }
        else
        {
            var phase = report.Kind == ReportKind.Completed ? JobPhase.Completed : JobPhase.Cancelled;
            var writer = Journal(HomeOperation.Finish);
            writer.Number(report.Item.Job.Id.Value);
            writer.Byte((byte)phase);
            writer.Real(report.AtS);
            _log.Close();
            Finish(entry, phase, report.AtS);
        }

        return true;
    }

    /// <summary>A site asks to keep its lease.</summary>
    /// <param name="site">Site index.</param>
    /// <param name="epoch">The lease that it has.</param>
    /// <param name="nowS">Present time in seconds.</param>
    /// <returns>The new end; null when that lease is over and its jobs may be elsewhere.</returns>
    public double? Renew(int site, long epoch, double nowS)
    {
        var book = _sites[site];
        return book.Epoch == epoch ? book.Grant(nowS + _terms.LeaseS) : null;
    }

    /// <summary>Takes back the jobs of sites whose lease has been over for the margin.</summary>
    /// <param name="nowS">Present time in seconds.</param>
    /// <returns>How many jobs it took back.</returns>
    public int ExpireLeases(double nowS)
    {
        var taken = 0;
        for (var site = 0; site < _sites.Length; site++)
        {
            if (_sites[site] is not { Jobs: > 0, LeaseEndS: { } endS } || endS + _terms.MarginS > nowS)
                continue;
            taken += _sites[site].Jobs;
            var writer = Journal(HomeOperation.Expire);
            writer.Count(site);
            writer.Real(nowS);
            _log.Close();
            Expire(site, nowS);
        }

        return taken;
    }

    /// <summary>The moment of the next lease that ends, margin included; infinite when there is none.</summary>
    public double NextExpiryS =>
        _sites.Where(s => s is { Jobs: > 0, LeaseEndS: not null }).Select(s => s.LeaseEndS!.Value + _terms.MarginS).DefaultIfEmpty(double.PositiveInfinity).Min();

    /// <summary>Sites with jobs that should have renewed their lease by now: more than half of it is over.</summary>
    /// <param name="nowS">Present time in seconds.</param>
    public IEnumerable<int> SilentSites(double nowS)
    {
        for (var site = 0; site < _sites.Length; site++)
        {
            if (_sites[site] is { Jobs: > 0, LeaseEndS: { } endS } && endS - nowS < _terms.LeaseS / 2)
                yield return site;
        }
    }

    /// <summary>
    /// The home was away and is back: what it granted before it cannot know, so every site gets a whole lease from now, and the margin more, since it may have come
    /// back on a machine whose clock is behind the one on which it granted.
    /// </summary>
    /// <param name="nowS">Present time in seconds.</param>
    public void Recovered(double nowS)
    {
        foreach (var book in _sites)
        {
            book.Grant(nowS + _terms.LeaseS + _terms.MarginS);
            if (book.Jobs == 0)
                book.EndLease();
        }
    }

    private void Settle(int site, long token, bool isTaken, double nowS)
    {
        _sites[site].Sending.Remove(token, out var id);
        var entry = _jobs[id];
        _sending--;
        entry.Phase = HomePhase.Placed;
        if (!isTaken)
            Return(entry, entry.Item, nowS);
    }

    private void AnswerWithdrawal(int site, long token, bool isFenced, double nowS)
    {
        _sites[site].Withdrawing.Remove(token, out var id);
        if (isFenced)
            Finish(_jobs[id], JobPhase.Cancelled, nowS);
        // The job was there: the report on its way decides, and there is nothing more to tell the site.
        else if (_sites[site].Sending.ContainsKey(token))
            Settle(site, token, isTaken: true, nowS);
    }

    private void Return(HomeEntry entry, in WorkItem item, double nowS)
    {
        Leave(entry);
        entry.Item = item;
        _held.Add(HeldPlace.Of(item.Job));
        if (entry.IsWithdrawn)
            Finish(entry, JobPhase.Cancelled, nowS);
    }

    private void Expire(int site, double nowS)
    {
        _sites[site].Epoch++;
        foreach (var entry in _jobs.Values.Where(e => e.Site == site).OrderBy(e => e.Item.Job.Id).ToArray())
            Return(entry, entry.Item, nowS);
    }

    private void Finish(HomeEntry entry, JobPhase phase, double nowS)
    {
        var job = entry.Item.Job;
        var site = phase == JobPhase.Completed ? entry.Site : -1;
        if (entry.Phase == HomePhase.Held)
            _held.Remove(HeldPlace.Of(job));
        else
            Leave(entry);
        _jobs.Remove(job.Id);
        _ended.Add(new EndedJob(job.Id, job.SizeUnits, phase, nowS, site));
        if (phase == JobPhase.Completed)
            _completed++;
        else
            _cancelled++;
    }

    /// <summary>The job is no longer at its site, whatever the site may say later.</summary>
    private void Leave(HomeEntry entry)
    {
        var book = _sites[entry.Site];
        book.Jobs--;
        if (book.Sending.Remove(entry.Token))
            _sending--;
        book.Withdrawing.Remove(entry.Token);
        entry.Phase = HomePhase.Held;
        entry.Site = -1;
        entry.Token = 0;
    }
}
