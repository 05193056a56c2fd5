namespace ControlPlane.Silo.Http.Telemetry;

/// <summary>Names as Prometheus has them: words with underscores, the unit at the end, then <c>total</c>.</summary>
internal static class PrometheusNames
{
    private static readonly Dictionary<string, string> Units = new()
    {
        ["s"] = "seconds",
        ["ms"] = "milliseconds",
        ["By"] = "bytes",
        ["J"] = "joules",
        ["W"] = "watts",
        ["kWh"] = "kilowatthours",
        ["1"] = "ratio",
    };

    /// <summary>The name of a metric.</summary>
    /// <param name="name">The instrument's.</param>
    /// <param name="unit">Its unit by UCUM; one in braces is a remark.</param>
    /// <param name="isCounter">Whether it only grows.</param>
    public static string Of(string name, string? unit, bool isCounter)
    {
        var result = Clean(name);
        var suffix = unit is null || unit.StartsWith('{') ? "" : Units.GetValueOrDefault(unit, Clean(unit));
        if (suffix.Length > 0 && !result.EndsWith(suffix, StringComparison.Ordinal))
            result = $"{result}_{suffix}";
        return isCounter && !result.EndsWith("_total", StringComparison.Ordinal) ? $"{result}_total" : result;
    }

    /// <summary>A name with nothing but letters, digits and underscores.</summary>
    /// <param name="name">The name.</param>
    public static string Clean(string name)
    {
        var clean = string.Concat(name.Select(c => char.IsAsciiLetterOrDigit(c) ? c : '_'));
        return clean.Length == 0 || char.IsAsciiDigit(clean[0]) ? $"_{clean}" : clean;
    }

    /// <summary>A label's value between quotes.</summary>
    /// <param name="value">The value.</param>
    public static string Escape(string value) => value.Replace("\\", @"\\").Replace("\"", "\\\"").Replace("\n", "\\n");
}
