using ControlPlane.Fleet.Jobs;
using ControlPlane.Fleet.Protocol;
using ControlPlane.Fleet.Sites;

namespace ControlPlane.Fleet.Control.Node;

/// <content>Messages between homes and desks, delivered until there are none, and what they mean for jobs.</content>
public sealed partial class ControlNode
{
    private const int MostPerMessage = 256;

    private void Deliver(in NodeRules rules)
    {
        while (true)
        {
            if (_toTell.TryDequeue(out var pair))
                Tell(pair.Home, pair.Site, rules);
            else if (_toHear.TryDequeue(out var site))
                Hear(site);
            else
                return;
        }
    }

    private void Tell(int home, int site, in NodeRules rules)
    {
        if (_homes[home].Compose(site, MostPerMessage, NowS) is not { } message)
            return;
        var answer = Do(site, rules, (desk, rule) => desk.Answer(message, rule, NowS));
        _homes[home].Settle(site, message, answer, NowS);
        foreach (var (assignment, reply) in message.Assignments.Zip(answer.Assignments))
            NoteAnswer(assignment.Item.Job.Id, site, reply);
        if (_homes[home].HasMessage(site))
            _toTell.Enqueue((home, site));
    }

    private void NoteAnswer(JobId id, int site, AssignmentAnswer reply)
    {
        if (reply == AssignmentAnswer.Refused)
            Note(NodeEvents.Held, _cards[id], -1, $"{_model.Sites[site].Name} did not take it");
        else if (_desks[site].TryFind(id, out _) && !_desks[site].TryFindRun(id, out _))
            Note(NodeEvents.Queued, _cards[id], site, "");
    }

    /// <summary>Lets a desk do something and notes what it started; what it has to report is heard later.</summary>
    private T Do<T>(int site, in NodeRules rules, Func<SiteDesk, IAllocationRule, T> operation)
    {
        var decide = rules;
        var started = new StartedJobs(job => decide.AllocationFor(IsCanary(job, decide)));
        var (running, finished) = (_desks[site].Status.Running, _desks[site].Finished);
        var result = operation(_desks[site], started);
        foreach (var (id, replaced) in started.Jobs)
            NoteStart(site, id, replaced);
        // The agent's list is another one when a run began or ended: a job that joins the queue is no news to it.
        if (started.Jobs.Count > 0 || _desks[site].Status.Running != running)
            _agents[site].Tasks++;
        _toHear.Enqueue(site);
        View.Report(_desks[site].Status);
        TellOfRuns(site, _desks[site].Finished - finished, rules);
        return result;
    }

    // Of more than a desk keeps the latest are told.
    private void TellOfRuns(int site, long count, in NodeRules rules)
    {
        if (count == 0 || rules.Runs is not { } watcher)
            return;
        foreach (var run in _desks[site].LastRuns.TakeLast((int)Math.Min(count, SiteDesk.MostLastRuns)))
            watcher.Completed(Measured(run), site);
    }

    // Where its agent measured what the run drew, that is what it drew.
    private FinishedRun Measured(in FinishedRun run) =>
        _cards.TryFind(run.Job.Id, out var card) && card.Said is { IsFinal: true, EnergyJ: { } energyJ } && run.EndS > run.StartS
            ? run with { PowerW = energyJ / (run.EndS - run.StartS) }
            : run;

    private void NoteStart(int site, JobId id, string? replaced)
    {
        // Started and over within one operation: its report says so.
        if (!_desks[site].TryFindRun(id, out var run))
            return;
        Note(NodeEvents.Started, _cards[id], site, $"{run.Allocation.Gpus} GPUs at clock {_model.Sites[site].Clocks[run.Allocation.ClockLevel]}");
        if (replaced is null)
            return;
        Note(NodeEvents.Shielded, _cards[id], site, replaced);
        CheckCanary(replaced);
    }

    private void Hear(int site)
    {
        for (var home = 0; home < _homes.Length; home++)
        {
            var reports = _desks[site].Reports(home, MostPerMessage);
            foreach (var report in reports)
                Hear(home, site, report);
            if (reports.Count == 0)
                continue;
            _desks[site].Acknowledge(home, reports[^1].Number);
            _toHear.Enqueue(site);
        }
    }

    private void Hear(int home, int site, in SiteReport report)
    {
        var id = report.Item.Job.Id;
        if (!_homes[home].Take(site, report, NowS))
            return;
        var card = _cards[id];
        AddEnergyOf(card, site, report);
        if (report.Kind == ReportKind.Completed)
            End(card, JobState.Completed, site, report);
        else if (report.Kind == ReportKind.Withdrawn || !_homes[home].TryFind(id, out _, out _, out _))
            End(card, JobState.Cancelled, site, report);
        else
            Note(NodeEvents.Returned, card, site, $"{report.Item.RemainingUnits:0.###} units left");
    }

    private void End(JobCard card, JobState state, int site, SiteReport? report)
    {
        var end = new CardEnd(
            state,
            NowS,
            report is { Allocation.Gpus: > 0 } ? site : -1,
            report?.Allocation.Gpus ?? 0,
            report?.Allocation.ClockLevel ?? 0,
            report?.Item.Attempts ?? 0);
        var kind = state switch
        {
            JobState.Completed => NodeEvents.Completed,
            JobState.Failed => NodeEvents.Failed,
            _ => NodeEvents.Cancelled,
        };
        Note(kind, card, end.Site, "");
        var writer = Journal(NodeOperation.End);
        writer.Number(card.Number.Value);
        writer.Write(end);
        _log.Close();
        EndCard(card, end);
    }

    private void EndCard(JobCard card, in CardEnd end)
    {
        _tenants.Leave(Tenant(card.Submission));
        _cards.End(card, end);
        switch (end.State)
        {
            case JobState.Completed:
                _completed++;
                break;
            case JobState.Failed:
                _failed++;
                break;
            default:
                _cancelled++;
                break;
        }
    }
}
