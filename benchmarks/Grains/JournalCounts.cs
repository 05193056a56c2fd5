using System.Diagnostics.Metrics;

namespace ControlPlane.Benchmarks.Grains;

/// <summary>Counts what the durable grains of this process write.</summary>
internal sealed class JournalCounts : IDisposable
{
    private readonly MeterListener _listener = new();
    private long _commits;
    private long _operations;
    private long _bytes;

    public JournalCounts()
    {
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Meter.Name == "ControlPlane.Grains")
                listener.EnableMeasurementEvents(instrument);
        };
        _listener.SetMeasurementEventCallback<long>((instrument, value, _, _) => Add(instrument.Name, value));
        _listener.Start();
    }

    public (long Commits, long Operations, long Bytes) Read() => (Interlocked.Read(ref _commits), Interlocked.Read(ref _operations), Interlocked.Read(ref _bytes));

    public void Dispose() => _listener.Dispose();

    private void Add(string name, long value)
    {
        switch (name)
        {
            case "controlplane.grains.commits":
                Interlocked.Add(ref _commits, value);
                break;
            case "controlplane.grains.operations":
                Interlocked.Add(ref _operations, value);
                break;
            case "controlplane.grains.bytes":
                Interlocked.Add(ref _bytes, value);
                break;
        }
    }
}
