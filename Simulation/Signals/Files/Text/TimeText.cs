using System.Globalization;

namespace ControlPlane.Simulation.Signals.Files.Text;

/// <summary>Times as files write them. Years outside 1970 to 2199 are mistakes.</summary>
internal static class TimeText
{
    /// <summary>What a time with or without an offset may look like.</summary>
    public const string IsoAllowed = "a time like 2023-01-01 00:00:00 or 2023-01-01T00:00Z in the years 1970 to 2199";

    private static readonly string[] Iso =
    [
        "yyyy-MM-dd HH:mm:ss.FFFFFFFK", "yyyy-MM-ddTHH:mm:ss.FFFFFFFK", "yyyy-MM-ddTHH:mmK", "yyyy-MM-dd HH:mmK",
    ];

    /// <summary>Reads a time that is UTC where it has no offset.</summary>
    public static bool TryUtc(ReadOnlySpan<char> text, out DateTimeOffset utc) => TryAt(text, TimeSpan.Zero, out utc);

    /// <summary>Reads a time that has this offset where it states none.</summary>
    public static bool TryAt(ReadOnlySpan<char> text, TimeSpan offset, out DateTimeOffset utc)
    {
        utc = default;
        if (!DateTime.TryParseExact(text.Trim(), Iso, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal, out var time) || !IsUsual(time))
            return false;
        utc = new DateTimeOffset(DateTime.SpecifyKind(time, DateTimeKind.Unspecified), TimeSpan.Zero) - (time.Kind == DateTimeKind.Utc ? TimeSpan.Zero : offset);
        return true;
    }

    /// <summary>Reads a time of a wall clock.</summary>
    public static bool TryLocal(ReadOnlySpan<char> text, string[] formats, out DateTime local) =>
        DateTime.TryParseExact(text.Trim(), formats, CultureInfo.InvariantCulture, DateTimeStyles.None, out local) && IsUsual(local);

    /// <summary>Whether a time is in the years that files are of.</summary>
    public static bool IsUsual(DateTime time) => time.Year is >= 1970 and < 2200;
}
