using ControlPlane.Fleet.Jobs;
using ControlPlane.Fleet.Sites;

namespace ControlPlane.Fleet.Protocol;

/// <content>What the site's agent says of runs.</content>
public sealed partial class SiteDesk
{
    /// <summary>The agent says that a run is over.</summary>
    /// <param name="id">The job.</param>
    /// <param name="token">Token of the assignment under which it ran.</param>
    /// <param name="isDone">Whether the job is done; else it failed and goes back to its home with what its last checkpoint kept.</param>
    /// <param name="rule">Decides what a job that may start gets.</param>
    /// <param name="nowS">Present time in seconds.</param>
    /// <returns>False when no such run is here: the report is out of date and has no effect.</returns>
    public bool EndRun(JobId id, long token, bool isDone, IAllocationRule rule, double nowS)
    {
        Advance(rule, nowS);
        if (!TryFindRun(id, out var run) || _tenants[id].Token != token)
            return false;
        var writer = Journal(isDone ? DeskOperation.Finish : DeskOperation.Abort, NowS);
        writer.Count(run.Slot);
        if (isDone)
            writer.Number(run.Generation);
        _log.Close();
        if (isDone)
            Finish(run.Slot, run.Generation, NowS);
        else
            Abort(run.Slot, NowS);
        StartWaiting(rule);
        return true;
    }

    private void Abort(int slot, double atS)
    {
        if (!_site.TryGetRun(slot, out var run))
            throw new InvalidDataException($"{_site.Spec.Name}: nothing runs in slot {slot}.");
        Leave(_site.Abort(slot, atS), ReportKind.Returned, atS, run);
    }
}
