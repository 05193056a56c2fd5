using System.Diagnostics.Metrics;

namespace ControlPlane.Silo.Http.Telemetry;

/// <summary>Adds up what the meters of this process measure.</summary>
internal sealed class MeterReader : IDisposable
{
    private readonly MeterListener _listener = new();
    private readonly Lock _gate = new();
    private readonly List<MeasuredInstrument> _instruments = [];

    /// <summary>Begins to listen.</summary>
    /// <param name="settings">Which meters, and how many series.</param>
    public MeterReader(ApiSettings settings)
    {
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (!settings.Meters.Any(prefix => instrument.Meter.Name.StartsWith(prefix, StringComparison.Ordinal)))
                return;
            var measured = new MeasuredInstrument(instrument, settings.Limits.SeriesPerInstrument);
            lock (_gate)
                _instruments.Add(measured);
            listener.EnableMeasurementEvents(instrument, measured);
        };
        _listener.MeasurementsCompleted = (_, state) =>
        {
            lock (_gate)
                _instruments.Remove((MeasuredInstrument)state!);
        };
        Listen<byte>(v => v);
        Listen<short>(v => v);
        Listen<int>(v => v);
        Listen<long>(v => v);
        Listen<float>(v => v);
        Listen<double>(v => v);
        Listen<decimal>(v => (double)v);
        _listener.Start();
    }

    /// <summary>Everything measured so far, by name.</summary>
    public IReadOnlyList<MeasuredInstrument> Read()
    {
        _listener.RecordObservableInstruments();
        lock (_gate)
            return [.. _instruments.OrderBy(i => i.Name, StringComparer.Ordinal)];
    }

    /// <inheritdoc/>
    public void Dispose() => _listener.Dispose();

    private void Listen<T>(Func<T, double> convert)
        where T : struct =>
        _listener.SetMeasurementEventCallback<T>((_, value, tags, state) => ((MeasuredInstrument)state!).Record(convert(value), tags));
}
