using ControlPlane.Simulation.Signals.Files.Text;

namespace ControlPlane.Simulation.Signals.Files.Layouts;

/// <summary>Times in columns of their own: year, month, day, hour, and often minute.</summary>
/// <param name="columns">The header.</param>
/// <param name="offset">Offset of the times from UTC.</param>
internal sealed class NrelClock(Columns columns, TimeSpan offset)
{
    private readonly Column _year = columns.Get("Year");
    private readonly Column _month = columns.Get("Month");
    private readonly Column _day = columns.Get("Day");
    private readonly Column _hour = columns.Get("Hour");
    private readonly Column? _minute = columns.Find("Minute");

    public DateTimeOffset Utc(SignalRows rows)
    {
        var (year, month, hour) = (rows.Whole(_year, 1970, 2199), rows.Whole(_month, 1, 12), rows.Whole(_hour, 0, 23));
        var day = rows.Whole(_day, 1, DateTime.DaysInMonth(year, month));
        var minute = _minute is { } column ? rows.Whole(column, 0, 59) : 0;
        return new DateTimeOffset(new DateTime(year, month, day, hour, minute, 0, DateTimeKind.Utc) - offset);
    }
}
