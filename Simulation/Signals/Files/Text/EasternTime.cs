namespace ControlPlane.Simulation.Signals.Files.Text;

/// <summary>
/// The wall clock of New York and PJM, by the rules of the law: since 2007 summer time is from the second Sunday of March to the first of November, before that (since 1987) from the
/// first Sunday of April to the last of October. Kept here because not every machine has the data base of time zones.
/// </summary>
internal static class EasternTime
{
    private static readonly TimeSpan Standard = TimeSpan.FromHours(-5);
    private static readonly TimeSpan Summer = TimeSpan.FromHours(-4);

    /// <summary>Offset from UTC at an instant.</summary>
    public static TimeSpan Offset(DateTime utc)
    {
        // 02:00 standard time in spring, 02:00 summer time in autumn.
        var (start, end) = utc.Year >= 2007 ? (Sunday(utc.Year, 3, 8), Sunday(utc.Year, 11, 1)) : (Sunday(utc.Year, 4, 1), Sunday(utc.Year, 10, 25));
        return utc >= start.AddHours(7) && utc < end.AddHours(6) ? Summer : Standard;
    }

    /// <summary>
    /// The instant of a time of the wall clock. In the hour that comes twice it is the first instant that is after another one; that is how files in order of time are read.
    /// </summary>
    /// <param name="local">Time of the wall clock.</param>
    /// <param name="after">The instant before it.</param>
    /// <returns>Null for a time in the hour that spring leaves out.</returns>
    public static DateTimeOffset? ToUtc(DateTime local, DateTimeOffset after)
    {
        DateTimeOffset? found = null;
        foreach (var offset in (ReadOnlySpan<TimeSpan>)[Summer, Standard])
        {
            var utc = DateTime.SpecifyKind(local - offset, DateTimeKind.Utc);
            if (Offset(utc) == offset && (found is null || found <= after))
                found = new DateTimeOffset(utc);
        }

        return found;
    }

    // The first Sunday on or after a day.
    private static DateTime Sunday(int year, int month, int day)
    {
        var date = new DateTime(year, month, day, 0, 0, 0, DateTimeKind.Utc);
        return date.AddDays((7 - (int)date.DayOfWeek) % 7);
    }
}
