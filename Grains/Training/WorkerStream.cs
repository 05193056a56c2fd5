using ControlPlane.Fleet;
using ControlPlane.Fleet.Decisions;
using ControlPlane.Fleet.Randomness;
using ControlPlane.Fleet.Sites;
using ControlPlane.Grains.Decisions;
using ControlPlane.Grains.Interfaces.Mapping;
using ControlPlane.Grains.Interfaces.Wire;
using ControlPlane.Policies.Catalog;
using ControlPlane.Policies.Learned.Live;

namespace ControlPlane.Grains.Training;

/// <summary>The decisions of one worker, on a view that is brought up to date as the worker's was. On the trainer's thread.</summary>
internal sealed class WorkerStream
{
    private readonly LiveTraining _training;
    private readonly LiveStream _stream;
    private readonly FleetView _view;
    private readonly SentJobs[] _sent;
    private readonly double _originS;
    private long _number;

    public WorkerStream(LiveTraining training, FleetModel model, PublicationRecord published, double originS)
    {
        (_training, _view, _originS) = (training, new FleetView(model), originS);
        _sent = [.. model.Sites.Select(_ => new SentJobs())];
        // As workers do: where sites have agents, one that has not reported is lost.
        foreach (var status in published.Terms is { AgentLeaseS: not null } ? _view.Sites.ToArray() : [])
            _view.Report(status with { UpGpus = 0, FreeGpus = 0, Accepting = false, IsUp = false });
        _stream = training.Join(new PolicyContext(_view, new RandomStream(published.Seed, "trainer"), Shared: null, published.MeanSizeUnits, published.LoadUnitsPerS));
    }

    /// <summary>Learns from a batch.</summary>
    /// <param name="seen">The batch.</param>
    /// <param name="missed">Decisions before it that were dropped here.</param>
    public void Follow(SeenDecisionsRecord seen, long missed)
    {
        // How many a lost batch had is not known.
        missed += seen.Missed + (seen.Number > _number + 1 ? 1 : 0);
        _number = seen.Number;
        foreach (var decision in seen.Decisions)
        {
            Follow(decision, missed);
            missed = 0;
        }
    }

    private void Follow(SeenDecisionRecord decision, long missed)
    {
        var nowS = decision.NowS - _originS;
        _view.SetTime(nowS);
        foreach (var change in decision.Changes)
            Report(change.ToFleet());
        var done = decision.Done.ToFleet();
        _training.Follow(_stream, decision.Job.ToFleet(), done, missed, nowS);
        if (done.IsHold)
            return;
        _sent[done.Site].Add(decision.NowS);
        _view.Sent(done.Site);
    }

    private void Report(in SiteStatus status)
    {
        _view.Report(status);
        for (var covered = _sent[status.Site].TakeCovered(status.ReportedS); covered > 0; covered--)
            _view.Arrived(status.Site);
    }
}
