using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using System.Text;

namespace ControlPlane.Silo.Http.Telemetry;

/// <summary>An instrument and its time series, one for each set of labels.</summary>
internal sealed class MeasuredInstrument
{
    private static readonly double[] Seconds = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];
    private readonly ConcurrentDictionary<string, Series> _series = new();
    private readonly bool _isTotal;
    private readonly double[] _bounds;
    private readonly int _most;
    private long _leftOut;

    /// <summary>Begins to add up.</summary>
    /// <param name="instrument">The instrument.</param>
    /// <param name="most">The most time series.</param>
    public MeasuredInstrument(Instrument instrument, int most)
    {
        _most = most;
        var type = instrument.GetType();
        var kind = type.IsGenericType ? type.GetGenericTypeDefinition() : type;
        Kind = kind == typeof(Histogram<>) ? "histogram" : IsCounter(kind) ? "counter" : "gauge";
        // What is observed is a total already, and a gauge is what it is; the others tell differences.
        _isTotal = instrument.IsObservable || kind == typeof(Gauge<>);
        _bounds = Kind == "histogram" ? BoundsOf(instrument) : [];
        Name = PrometheusNames.Of(instrument.Name, instrument.Unit, isCounter: Kind == "counter");
        Help = instrument.Description ?? instrument.Name;
    }

    /// <summary>Its name in the text format.</summary>
    public string Name { get; }

    /// <summary>What it is, for people.</summary>
    public string Help { get; }

    /// <summary><c>counter</c>, <c>gauge</c> or <c>histogram</c>.</summary>
    public string Kind { get; }

    /// <summary>Measurements that were left out because there were too many time series.</summary>
    public long LeftOut => Interlocked.Read(ref _leftOut);

    /// <summary>Time series by their labels.</summary>
    public IEnumerable<KeyValuePair<string, Series>> Series => _series.OrderBy(s => s.Key, StringComparer.Ordinal);

    /// <summary>Adds a measurement.</summary>
    /// <param name="value">Its value.</param>
    /// <param name="tags">Its labels.</param>
    public void Record(double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var labels = LabelsOf(tags);
        if (!_series.TryGetValue(labels, out var series))
        {
            if (_series.Count >= _most)
            {
                Interlocked.Increment(ref _leftOut);
                return;
            }

            series = _series.GetOrAdd(labels, _ => new Series(_bounds));
        }

        series.Record(value, _isTotal);
    }

    private static bool IsCounter(Type kind) => kind == typeof(Counter<>) || kind == typeof(ObservableCounter<>);

    private static double[] BoundsOf(Instrument instrument)
    {
        IReadOnlyList<double>? advised = instrument switch
        {
            Histogram<double> h => h.Advice?.HistogramBucketBoundaries,
            Histogram<long> h => h.Advice?.HistogramBucketBoundaries?.Select(b => (double)b).ToArray(),
            Histogram<int> h => h.Advice?.HistogramBucketBoundaries?.Select(b => (double)b).ToArray(),
            _ => null,
        };
        return advised is { Count: > 0 } ? [.. advised] : instrument.Unit == "s" ? Seconds : [.. Enumerable.Range(0, 13).Select(i => Math.Pow(4, i))];
    }

    private static string LabelsOf(ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        if (tags.IsEmpty)
            return "";
        var text = new StringBuilder();
        foreach (var (name, value) in tags)
        {
            text.Append(text.Length == 0 ? "" : ",").Append(PrometheusNames.Clean(name)).Append("=\"")
                .Append(PrometheusNames.Escape(value?.ToString() ?? "")).Append('"');
        }

        return text.ToString();
    }
}
