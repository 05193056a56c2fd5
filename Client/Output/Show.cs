namespace ControlPlane.Client.Output;

/// <summary>Writes quantities for people.</summary>
internal static class Show
{
    private const double Hour = 3600;
    private const double Day = 86_400;

    /// <summary>A number; a dash for NaN.</summary>
    /// <param name="value">The number.</param>
    /// <param name="decimals">Digits after the point.</param>
    public static string Number(double value, int decimals)
    {
        if (double.IsNaN(value))
            return "-";
        return double.IsInfinity(value) ? (value > 0 ? "inf" : "-inf") : value.ToString("F" + decimals);
    }

    /// <summary>A number with its sign.</summary>
    /// <param name="value">The number.</param>
    /// <param name="decimals">Digits after the point.</param>
    public static string Signed(double value, int decimals) => (value > 0 ? "+" : "") + Number(value, decimals);

    /// <summary>A length of time in the unit that suits it.</summary>
    /// <param name="seconds">Seconds.</param>
    public static string Duration(double seconds) => Math.Abs(seconds) switch
    {
        double.NaN => "-",
        < 1 => $"{seconds * 1000:0.#} ms",
        < 120 => $"{seconds:0.##} s",
        < 2 * Hour => $"{seconds / 60:0.#} min",
        < 2 * Day => $"{seconds / Hour:0.##} h",
        _ => $"{seconds / Day:0.##} days",
    };

    /// <summary>A moment of simulated time, for example <c>d2 03:04:05.678</c>; days count from 0.</summary>
    /// <param name="seconds">Seconds since the start.</param>
    public static string Moment(double seconds)
    {
        var time = TimeSpan.FromMilliseconds(Math.Round(seconds * 1000));
        return $"d{time.Days} {time:hh\\:mm\\:ss\\.fff}";
    }

    /// <summary>A count with its noun.</summary>
    /// <param name="count">The count.</param>
    /// <param name="noun">The noun in the singular; the plural adds an s.</param>
    public static string Count(long count, string noun) => $"{count} {noun}{(count == 1 ? "" : "s")}";
}
