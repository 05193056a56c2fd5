using System.Diagnostics;
using System.Diagnostics.Metrics;
using ControlPlane.Silo.Http.Streaming;

namespace ControlPlane.Silo.Http.Telemetry;

/// <summary>What the API measures about itself.</summary>
internal sealed class ApiMeter : IDisposable
{
    private readonly Meter _meter = new("ControlPlane.Http");
    private readonly Counter<long> _requests;
    private readonly Histogram<double> _durations;

    /// <summary>Begins to measure.</summary>
    /// <param name="slots">Open event streams.</param>
    public ApiMeter(StreamSlots slots)
    {
        _requests = _meter.CreateCounter<long>("controlplane.http.requests", "{request}", "Requests answered");
        _durations = _meter.CreateHistogram<double>("controlplane.http.duration", "s", "Time from a request's headers to the end of its answer, without event streams and beats");
        _meter.CreateObservableGauge("controlplane.http.streams", () => slots.Open, "{stream}", "Open event streams");
    }

    /// <summary>Counts a request.</summary>
    /// <param name="method">Its method.</param>
    /// <param name="route">The pattern of its endpoint.</param>
    /// <param name="status">The HTTP status.</param>
    /// <param name="elapsed">How long it took; null where that is up to the caller.</param>
    public void Count(string method, string route, int status, TimeSpan? elapsed)
    {
        _requests.Add(1, new TagList { { "method", method }, { "route", route }, { "status", status } });
        if (elapsed is { } time)
            _durations.Record(time.TotalSeconds, new TagList { { "method", method }, { "route", route } });
    }

    /// <inheritdoc/>
    public void Dispose() => _meter.Dispose();
}
