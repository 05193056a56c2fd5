using ControlPlane.Fleet.Sites;

namespace ControlPlane.Fleet.Protocol;

/// <content>What the last runs took. Telemetry, not state: a desk that comes back knows of those since its last snapshot only.</content>
public sealed partial class SiteDesk
{
    /// <summary>As many runs are kept: enough for those between two reports of a site.</summary>
    public const int MostLastRuns = 16;

    private readonly Queue<FinishedRun> _lastRuns = new(MostLastRuns);

    /// <summary>The runs that were done here last, the latest last.</summary>
    public IReadOnlyCollection<FinishedRun> LastRuns => _lastRuns;

    private void Keep(in Run run, double atS)
    {
        if (_lastRuns.Count == MostLastRuns)
            _lastRuns.Dequeue();
        _lastRuns.Enqueue(new FinishedRun(run.Allocation, run.Item.RemainingUnits, run.StartS, atS, run.PowerW) { Job = run.Item.Job });
    }
}
