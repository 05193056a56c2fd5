using System.Globalization;
using System.Text;

namespace ControlPlane.Simulation.Reports.Charts;

/// <summary>
/// The one place where numbers become text for people: invariant culture, SI digit grouping with a narrow no-break space,
/// a true minus sign, and an en dash for what is missing (NaN). Nothing here is meant to be parsed back.
/// </summary>
public static class NumberFormat
{
    /// <summary>What stands for a missing value.</summary>
    public const string Missing = "–";

    /// <summary>No-break space: between a number and its unit. Between groups of three digits stands a narrow one (U+202F).</summary>
    public const string UnitSpace = "\u00a0";

    private static readonly string[] SiPrefixes = ["n", "µ", "m", "", "k", "M", "G", "T", "P"];

    /// <summary>A number with <paramref name="digits"/> (1 to 15) significant digits; scientific below 1e-4 and from 1e15 on.</summary>
    public static string Significant(double value, int digits = 3)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(digits, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(digits, 15);
        if (!double.IsFinite(value)) return NotFinite(value);
        if (value == 0) return "0";
        var exponent = RoundedExponent(value, digits);
        if (exponent is < -4 or >= 15) return Scientific(value, exponent, digits);
        var decimals = digits - 1 - exponent;
        if (decimals >= 0) return Fixed(value, decimals);
        var unit = Math.Pow(10, -decimals);
        return Fixed(Math.Round(value / unit, MidpointRounding.AwayFromZero) * unit, 0);
    }

    /// <summary>As <see cref="Significant"/>, without trailing zeros after the decimal point: 0.5, 10, 99.9.</summary>
    public static string Trimmed(double value, int digits = 4)
    {
        var text = Significant(value, digits);
        return text.Contains('.', StringComparison.Ordinal) && !text.Contains('×', StringComparison.Ordinal) ? text.TrimEnd('0').TrimEnd('.') : text;
    }

    /// <summary>A number with exactly <paramref name="decimals"/> (0 to 15) decimals and grouped thousands.</summary>
    public static string Fixed(double value, int decimals)
    {
        if (!double.IsFinite(value)) return NotFinite(value);
        var text = Math.Abs(value).ToString("F" + decimals.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
        var negative = value < 0 && text.AsSpan().ContainsAnyInRange('1', '9');
        return (negative ? "−" : "") + Group(text);
    }

    /// <summary>A whole number with grouped thousands, rounded half away from zero.</summary>
    public static string Count(double value) =>
        double.IsFinite(value) ? Fixed(Math.Round(value, MidpointRounding.AwayFromZero), 0) : NotFinite(value);

    /// <summary>A share (0.123) as a percentage (12.3 %) with the given decimals.</summary>
    public static string Percent(double share, int decimals = 1) =>
        double.IsFinite(share) ? Fixed(share * 100, decimals) + UnitSpace + "%" : NotFinite(share);

    /// <summary>A relative change (-0.301) with its sign (−30.1 %); zero has no sign.</summary>
    public static string Change(double relativeChange, int decimals = 1)
    {
        var text = Percent(relativeChange, decimals);
        return relativeChange > 0 && text.AsSpan().ContainsAnyInRange('1', '9') ? "+" + text : text;
    }

    /// <summary>A value with an SI prefix (n to P) and a unit: 28908 W as 28.9 kW.</summary>
    public static string Si(double value, string unit, int digits = 3)
    {
        if (!double.IsFinite(value)) return NotFinite(value);
        if (value == 0) return "0" + UnitSpace + unit;
        var group = Math.Clamp((int)Math.Floor(RoundedExponent(value, digits) / 3.0), -3, 5);
        return Significant(value / Math.Pow(1000, group), digits) + UnitSpace + SiPrefixes[group + 3] + unit;
    }

    /// <summary>A duration given in seconds, in the two units a reader wants: 412 ms, 3.20 s, 12 min 4 s, 2 h 5 min, 3 d 4 h.</summary>
    public static string Duration(double seconds)
    {
        if (!double.IsFinite(seconds)) return NotFinite(seconds);
        if (seconds < 0) return "−" + Duration(-seconds);
        if (seconds == 0) return "0" + UnitSpace + "s";
        if (seconds < 0.9995) return Significant(seconds * 1000) + UnitSpace + "ms";
        if (seconds < 59.95) return Significant(seconds) + UnitSpace + "s";
        if (seconds < 3599.5) return TwoUnits(seconds, 60, "min", 1, "s");
        return seconds < 86_400 - 30 ? TwoUnits(seconds, 3600, "h", 60, "min") : TwoUnits(seconds, 86_400, "d", 3600, "h");
    }

    /// <summary>A round duration at a tick: 100 ms, 2 s, 10 min, 4 d, without trailing zeros.</summary>
    internal static string RoundDuration(double seconds) => seconds switch
    {
        < 1 => Trimmed(seconds * 1000) + UnitSpace + "ms",
        < 60 => Trimmed(seconds) + UnitSpace + "s",
        < 3600 => Trimmed(seconds / 60) + UnitSpace + "min",
        < 86_400 => Trimmed(seconds / 3600) + UnitSpace + "h",
        _ => Trimmed(seconds / 86_400) + UnitSpace + "d",
    };

    /// <summary>A value with the half-width of its confidence interval, both to the digits the half-width supports: 9.788 ± 0.034.</summary>
    public static string PlusMinus(double value, double halfWidth)
    {
        if (!double.IsFinite(value)) return NotFinite(value);
        if (!double.IsFinite(halfWidth) || halfWidth <= 0) return Significant(value, 4);
        var decimals = Math.Clamp(1 - RoundedExponent(halfWidth, 2), 0, 6);
        return Fixed(value, decimals) + UnitSpace + "±" + UnitSpace + Fixed(halfWidth, decimals);
    }

    /// <summary>A coordinate of a drawing: at most one decimal, no exponent, no grouping, an ASCII minus.</summary>
    /// <exception cref="ArgumentException">The coordinate is not finite: a drawing never guesses a place.</exception>
    public static string Coordinate(double value)
    {
        if (!double.IsFinite(value)) throw new ArgumentException("A coordinate must be finite.", nameof(value));
        var text = value.ToString("0.#", CultureInfo.InvariantCulture);
        return text == "-0" ? "0" : text;
    }

    /// <summary>An integer in superscript digits, for powers of ten.</summary>
    public static string Superscript(int value)
    {
        const string Digits = "⁰¹²³⁴⁵⁶⁷⁸⁹";
        var text = new StringBuilder();
        foreach (var c in value.ToString(CultureInfo.InvariantCulture)) text.Append(c == '-' ? '⁻' : Digits[c - '0']);
        return text.ToString();
    }

    /// <summary>The decimal exponent of a finite non-zero value after rounding it to the given significant digits.</summary>
    internal static int RoundedExponent(double value, int digits)
    {
        var text = Math.Abs(value).ToString("E" + (digits - 1).ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
        return int.Parse(text.AsSpan(text.IndexOf('E', StringComparison.Ordinal) + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
    }

    private static string TwoUnits(double seconds, double bigS, string bigName, double smallS, string smallName)
    {
        var small = Math.Round(seconds / smallS, MidpointRounding.AwayFromZero);
        var ratio = bigS / smallS;
        var big = Math.Floor(small / ratio);
        var rest = small - (big * ratio);
        var head = Count(big) + UnitSpace + bigName;
        return rest > 0 ? head + " " + Count(rest) + UnitSpace + smallName : head;
    }

    private static string Scientific(double value, int exponent, int digits) =>
        Fixed(value / Math.Pow(10, exponent), digits - 1) + "×10" + Superscript(exponent);

    private static string NotFinite(double value) =>
        double.IsNaN(value) ? Missing : value > 0 ? "∞" : "−∞";

    private static string Group(string digits)
    {
        var point = digits.IndexOf('.', StringComparison.Ordinal);
        var whole = point < 0 ? digits.Length : point;
        if (whole <= 3) return digits;
        var text = new StringBuilder(digits.Length + (whole / 3));
        for (var i = 0; i < whole; i++)
        {
            if (i > 0 && (whole - i) % 3 == 0) text.Append('\u202f');
            text.Append(digits[i]);
        }
        return text.Append(digits, whole, digits.Length - whole).ToString();
    }
}
