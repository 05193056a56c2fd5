using System.Globalization;
using ControlPlane.Simulation.Scenarios.Files;

namespace ControlPlane.Simulation.Signals.Files.Layouts;

/// <summary>What the lines before NREL's header say: names in one line and values in the next, or pairs of both in one line.</summary>
/// <param name="context">The reading.</param>
internal sealed class NrelPlace(ReadContext context)
{
    /// <summary>Latitude and longitude, or nothing.</summary>
    public string Name => Find("Latitude") is { } latitude && Find("Longitude") is { } longitude ? $"{latitude},{longitude}" : "";

    /// <summary>Offset of the times from UTC; what the caller says counts more than what the file says.</summary>
    public TimeSpan Offset => context.Options.UtcOffset ?? Stated();

    private TimeSpan Stated()
    {
        var text = Find("Data Timezone") ?? Find("Time Zone")
            ?? throw context.Problem("the lines before the header do not say the offset of the times: state it (utcOffset)", 1, "Time Zone");
        if (!double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var hours) || !(Math.Abs(hours) <= 14))
            throw context.Problem($"must be hours in [-14, 14], not {Shown.Quote(text)}", 1, "Time Zone");
        return TimeSpan.FromHours(hours);
    }

    private string? Find(string key)
    {
        var lines = context.Preface;
        for (var line = 0; line < lines.Count; line++)
        {
            var at = Array.FindIndex(lines[line], field => field.Trim().Equals(key, StringComparison.OrdinalIgnoreCase));
            if (at < 0)
                continue;
            var values = line + 1 < lines.Count ? lines[line + 1] : lines[line];
            var index = line + 1 < lines.Count ? at : at + 1;
            return index < values.Length ? values[index].Trim() : null;
        }

        return null;
    }
}
