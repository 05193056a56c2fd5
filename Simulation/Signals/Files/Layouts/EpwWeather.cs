using System.Globalization;
using ControlPlane.Simulation.Scenarios.Files;
using ControlPlane.Simulation.Signals.Files.Text;

namespace ControlPlane.Simulation.Signals.Files.Layouts;

/// <summary>EnergyPlus weather of a typical year: eight lines of header, then 8760 hours.</summary>
internal sealed class EpwWeather() : SignalLayout(
    "epw",
    "EnergyPlus weather (EPW), a typical year by the hour",
    "LOCATION,<city>,<state>,<country>,<source>,<station>,<latitude>,<longitude>,<offset h>,<elevation m>",
    "The year repeats, whatever year a scenario is in: a typical year is put together of months of different years. Irradiance (column 14) is the mean of the hour that ends; dry bulb (column 7) and wind (column 22) are taken at its end. 99.9, 9999 and 999 mean missing.")
{
    private const int HeaderLines = 8;
    private const int Hours = 8760;
    private const int Year = 2001;
    private static readonly (int Index, double Missing, string Name, FileUnit Unit, SampleKind Kind)[] Signals =
    [
        (13, 9999, "irradiance", FileUnit.WPerM2, SampleKind.SlotEnd),
        (6, 99.9, "temperature", FileUnit.Celsius, SampleKind.Instant),
        (21, 999, "wind", FileUnit.MPerS, SampleKind.Instant),
    ];

    public SignalFile Read(SignalRows rows, ReadContext context)
    {
        rows.Next();
        var (zone, offset) = Location(rows);
        for (var line = 2; line <= HeaderLines; line++)
        {
            if (!rows.Next())
                throw context.Problem($"the file ends in its header; EPW has {HeaderLines} lines of header", line);
        }

        var tracks = Array.ConvertAll(Signals, s => new SampleTrack(context, s.Name, s.Unit, "hour") { Kind = s.Kind, Step = TimeSpan.FromHours(1) });
        while (rows.Next())
        {
            var utc = EndOfHour(rows) - offset;
            for (var i = 0; i < tracks.Length; i++)
                tracks[i].Add(utc, Value(rows, i), rows.Line);
        }

        if (tracks[0].Rows != Hours)
            throw rows.Problem("", $"a typical year has {Hours} hours, this file has {tracks[0].Rows}");
        return context.Result(zone, Hours, [.. tracks.Select(t => Repeating(t.Series(zone), context))]);
    }

    private static (string Zone, TimeSpan Offset) Location(SignalRows rows)
    {
        if (rows.FieldCount < 9)
            throw rows.Problem("LOCATION", $"the line has {rows.FieldCount} fields, 9 at least are needed; the 9th is the offset from UTC");
        if (!double.TryParse(rows.Span(8), NumberStyles.Float, CultureInfo.InvariantCulture, out var hours) || !(Math.Abs(hours) <= 14))
            throw rows.Problem("LOCATION", $"the offset from UTC must be hours in [-14, 14], not {Shown.Quote(rows.Span(8).ToString())}");
        return (rows.Text(new Column(1, "city")), TimeSpan.FromHours(hours));
    }

    // The hours of a day are 1 to 24; the years differ from month to month and do not count.
    private static DateTimeOffset EndOfHour(SignalRows rows)
    {
        if (rows.FieldCount < 22)
            throw rows.Problem("", $"the line has {rows.FieldCount} fields, 22 at least are needed");
        var month = rows.Whole(new Column(1, "month"), 1, 12);
        var day = rows.Whole(new Column(2, "day"), 1, DateTime.DaysInMonth(Year, month));
        return new DateTimeOffset(Year, month, day, 0, 0, 0, TimeSpan.Zero).AddHours(rows.Whole(new Column(3, "hour"), 1, 24));
    }

    private static double? Value(SignalRows rows, int signal)
    {
        var (index, missing, name, unit, _) = Signals[signal];
        var field = rows.Span(index).Trim();
        return double.TryParse(field, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && number >= missing ? null : rows.Value(new Column(index, name), unit);
    }

    private static SignalSeries Repeating(SignalSeries series, ReadContext context) => series.Step * series.Values.Length == TimeSpan.FromDays(365)
        ? series.Repeating()
        : throw context.Problem($"{series.Name}: values are missing at the beginning or the end of the year");
}
