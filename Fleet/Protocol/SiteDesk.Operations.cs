using ControlPlane.Fleet.Jobs;
using ControlPlane.Fleet.Sites;

namespace ControlPlane.Fleet.Protocol;

/// <content>What operators and faults do to the site.</content>
public sealed partial class SiteDesk
{
    /// <summary>Takes no new jobs from now on; waiting jobs go back to their homes, running jobs finish.</summary>
    /// <param name="rule">Decides what a job that may start gets.</param>
    /// <param name="nowS">Present time in seconds.</param>
    public void Drain(IAllocationRule rule, double nowS) => Do(DeskOperation.Drain, rule, nowS);

    /// <summary>Takes new jobs again.</summary>
    /// <inheritdoc cref="Drain"/>
    public void Resume(IAllocationRule rule, double nowS) => Do(DeskOperation.Resume, rule, nowS);

    /// <summary>The site is lost: all its jobs go back to their homes, those that ran with what their last checkpoints kept.</summary>
    /// <inheritdoc cref="Drain"/>
    public void Fail(IAllocationRule rule, double nowS) => Do(DeskOperation.Fail, rule, nowS);

    /// <summary>A lost site comes back, empty.</summary>
    /// <inheritdoc cref="Drain"/>
    public void Recover(IAllocationRule rule, double nowS) => Do(DeskOperation.Recover, rule, nowS);

    /// <summary>One failed GPU works again.</summary>
    /// <inheritdoc cref="Drain"/>
    public void RepairGpu(IAllocationRule rule, double nowS) => Do(DeskOperation.RepairGpu, rule, nowS);

    /// <summary>Limits the GPUs that jobs may have here. Running jobs keep theirs; where none is left, waiting jobs go back to their homes.</summary>
    /// <param name="gpus">The most GPUs, 0 to all that the site has.</param>
    /// <param name="rule">Decides what a job that may start gets.</param>
    /// <param name="nowS">Present time in seconds.</param>
    /// <exception cref="ArgumentOutOfRangeException">The limit is out of range.</exception>
    public void Limit(int gpus, IAllocationRule rule, double nowS)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(gpus);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(gpus, _site.Spec.GpuCount);
        Advance(rule, nowS);
        Journal(DeskOperation.Limit, NowS).Count(gpus);
        _log.Close();
        Limit(gpus, NowS);
        StartWaiting(rule);
    }

    /// <summary>
    /// One GPU fails; a job that it interrupts waits here again, before all others. Where an agent runs the jobs it goes back to its home, because an agent knows a run by its
    /// token, and so do all that wait when no GPU is left.
    /// </summary>
    /// <param name="which">Picks the GPU among the working ones, [0, 1): busy GPUs first, in slot order.</param>
    /// <param name="rule">Decides what a job that may start gets.</param>
    /// <param name="nowS">Present time in seconds.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="which"/> is outside [0, 1).</exception>
    public void FailGpu(double which, IAllocationRule rule, double nowS)
    {
        if (which is not (>= 0 and < 1))
            throw new ArgumentOutOfRangeException(nameof(which), which, "A working GPU is picked by a number in [0, 1).");
        Advance(rule, nowS);
        Journal(DeskOperation.FailGpu, NowS).Real(which);
        _log.Close();
        FailGpu(which, NowS);
        StartWaiting(rule);
    }

    private void Do(DeskOperation operation, IAllocationRule rule, double nowS)
    {
        Advance(rule, nowS);
        Journal(operation, NowS);
        _log.Close();
        Apply(operation, NowS);
        StartWaiting(rule);
    }

    private void Apply(DeskOperation operation, double atS)
    {
        switch (operation)
        {
            case DeskOperation.Drain:
                SendAway(atS, evicted => _site.Drain(atS, evicted));
                break;
            case DeskOperation.Resume:
                _site.Resume(atS);
                break;
            case DeskOperation.Fail:
                SendAway(atS, away => _site.Fail(atS, away, away));
                break;
            case DeskOperation.Recover:
                _site.Recover(atS);
                break;
            case DeskOperation.RepairGpu:
                _site.RepairGpu(atS);
                break;
            default:
                throw new InvalidDataException($"A site desk knows no operation {(byte)operation}.");
        }
    }

    private void FailGpu(double which, double atS)
    {
        var isHit = _site.FailGpu(which, atS, out var run, out var interrupted);
        if (isHit && Ends == RunEnd.ByReport)
            Leave(interrupted, ReportKind.Returned, atS, run);
        else if (isHit)
            _site.Requeue(interrupted);
        if (Ends == RunEnd.ByReport && _site is { IsUp: true, UpGpus: 0 })
            SendAway(atS, _site.EvictQueue);
    }

    private void Limit(int gpus, double atS)
    {
        _site.Limit(gpus, atS);
        if (gpus == 0)
            SendAway(atS, _site.EvictQueue);
    }

    private void SendAway(double atS, Action<List<WorkItem>> evict)
    {
        List<WorkItem> away = [];
        evict(away);
        foreach (var item in away)
            Leave(item, ReportKind.Returned, atS, null);
    }
}
