using System.Globalization;
using System.Text;

namespace ControlPlane.Silo.Http.Telemetry;

/// <summary>Metrics in the text format of Prometheus, version 0.0.4.</summary>
internal static class PrometheusText
{
    /// <summary>Its media type.</summary>
    public const string ContentType = "text/plain; version=0.0.4; charset=utf-8";

    /// <summary>Writes all.</summary>
    /// <param name="instruments">What was measured, by name.</param>
    public static byte[] Write(IReadOnlyList<MeasuredInstrument> instruments)
    {
        var text = new StringBuilder();
        string? last = null;
        foreach (var instrument in instruments)
        {
            if (instrument.Name != last)
                text.Append($"# HELP {instrument.Name} {OneLine(instrument.Help)}\n# TYPE {instrument.Name} {instrument.Kind}\n");
            last = instrument.Name;
            foreach (var (labels, series) in instrument.Series)
                Write(text, instrument, labels, series);
        }

        Add(text, "controlplane_metrics_left_out", "", instruments.Sum(i => i.LeftOut));
        return Encoding.UTF8.GetBytes(text.ToString());
    }

    private static void Write(StringBuilder text, MeasuredInstrument instrument, string labels, Series series)
    {
        var (sum, buckets) = series.Read();
        if (instrument.Kind != "histogram")
        {
            Add(text, instrument.Name, labels, sum);
            return;
        }

        foreach (var (bound, count) in buckets)
            Add(text, $"{instrument.Name}_bucket", Joined(labels, $"le=\"{Number(bound)}\""), count);
        Add(text, $"{instrument.Name}_sum", labels, sum);
        Add(text, $"{instrument.Name}_count", labels, buckets[^1].Count);
    }

    private static void Add(StringBuilder text, string name, string labels, double value) =>
        text.Append(name).Append(labels.Length == 0 ? "" : $"{{{labels}}}").Append(' ').Append(Number(value)).Append('\n');

    private static string Number(double value) => value switch
    {
        double.PositiveInfinity => "+Inf",
        double.NegativeInfinity => "-Inf",
        _ => value.ToString("R", CultureInfo.InvariantCulture),
    };

    private static string Joined(string labels, string more) => labels.Length == 0 ? more : $"{labels},{more}";

    private static string OneLine(string help) => help.Replace("\\", @"\\").Replace("\n", "\\n");
}
