using System.Globalization;
using ControlPlane.Simulation.Signals.Files.Text;

namespace ControlPlane.Simulation.Signals.Files.Layouts;

/// <summary>A column with seconds from an instant that the file does not name; 1970-01-01 UTC stands for it.</summary>
internal static class SecondsColumn
{
    private const double MostS = 7e9;

    public static DateTimeOffset Utc(SignalRows rows, Column column) =>
        double.TryParse(rows.Span(column.Index).Trim(), NumberStyles.Float, CultureInfo.InvariantCulture, out var seconds) && seconds >= 0 && seconds <= MostS
            ? DateTimeOffset.UnixEpoch.AddSeconds(seconds)
            : throw rows.Wrong(column, $"a number of seconds in [0, {MostS}]");
}
