using System.Diagnostics.Metrics;

namespace ControlPlane.Benchmarks.Node;

/// <summary>Counts the commits of the nodes in this process.</summary>
internal sealed class CommitCount : IDisposable
{
    private readonly MeterListener _listener = new();
    private long _commits;

    public CommitCount()
    {
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument is { Meter.Name: "ControlPlane.Node", Name: "controlplane.node.commits" })
                listener.EnableMeasurementEvents(instrument);
        };
        _listener.SetMeasurementEventCallback<long>((_, value, _, _) => Interlocked.Add(ref _commits, value));
        _listener.Start();
    }

    public long Read() => Interlocked.Read(ref _commits);

    public void Dispose() => _listener.Dispose();
}
