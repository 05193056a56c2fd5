using System.Diagnostics.Metrics;

namespace ControlPlane.Silo.Embedded.Journal;

/// <summary>What a node's journal does, in the meter <c>ControlPlane.Node</c>.</summary>
internal sealed class JournalMetrics : IDisposable
{
    private readonly Meter _meter = new("ControlPlane.Node");
    private readonly Counter<long> _commits;
    private readonly Counter<long> _operations;
    private readonly Counter<long> _bytes;
    private readonly Counter<long> _snapshots;
    private readonly Counter<long> _failures;
    private readonly Counter<long> _refusals;
    private readonly Histogram<int> _batch;
    private readonly Histogram<double> _latency;
    private readonly Histogram<double> _pause;

    /// <summary>Makes the instruments.</summary>
    /// <param name="queueLength">Reads the number of operations that wait.</param>
    public JournalMetrics(Func<int> queueLength)
    {
        _commits = _meter.CreateCounter<long>("controlplane.node.commits", "{commit}", "Commits, each one durable write.");
        _operations = _meter.CreateCounter<long>("controlplane.node.operations", "{operation}", "Decided operations made durable.");
        _bytes = _meter.CreateCounter<long>("controlplane.node.bytes", "By", "Bytes of the batches written.");
        _snapshots = _meter.CreateCounter<long>("controlplane.node.snapshots", "{snapshot}", "Snapshots begun.");
        _failures = _meter.CreateCounter<long>("controlplane.node.failures", "{failure}", "Times that the state was given up, because a commit failed or the state machine did.");
        _refusals = _meter.CreateCounter<long>("controlplane.node.refusals", "{operation}", "Operations not performed, by reason.");
        _batch = _meter.CreateHistogram<int>("controlplane.node.batch", "{operation}", "Decided operations a commit.");
        _latency = _meter.CreateHistogram<double>("controlplane.node.commit.duration", "s", "Time from the first operation of a batch to its commit.");
        _pause = _meter.CreateHistogram<double>("controlplane.node.snapshot.pause", "s", "Time for which no operation ran because the state was being copied for a snapshot.");
        _meter.CreateObservableGauge("controlplane.node.queue", queueLength, "{operation}", "Operations that wait for a commit to begin.");
    }

    public void Committed(int operations, int bytes, TimeSpan duration)
    {
        _commits.Add(1);
        _operations.Add(operations);
        _bytes.Add(bytes);
        _batch.Record(operations);
        _latency.Record(duration.TotalSeconds);
    }

    public void SnapshotBegun(TimeSpan pause)
    {
        _snapshots.Add(1);
        _pause.Record(pause.TotalSeconds);
    }

    public void Failed() => _failures.Add(1);

    public void Refused(RefusalReason reason, int operations) => _refusals.Add(operations, new KeyValuePair<string, object?>("reason", reason.ToString().ToLowerInvariant()));

    public void Dispose() => _meter.Dispose();
}
