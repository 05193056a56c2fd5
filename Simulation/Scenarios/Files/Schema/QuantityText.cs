using System.Globalization;

namespace ControlPlane.Simulation.Scenarios.Files.Schema;

/// <summary>Splits texts such as <c>21.152 kW</c> into number and unit.</summary>
internal static class QuantityText
{
    /// <summary>Reads a quantity into the base unit of its dimension.</summary>
    /// <param name="text">The text.</param>
    /// <param name="dimension">What it must be.</param>
    /// <param name="value">The value in the base unit; infinite when it is too large for a number.</param>
    /// <returns>Null if it could be read, else what is wrong with it.</returns>
    public static string? TryRead(string text, Dimension dimension, out double value)
    {
        var trimmed = text.AsSpan().Trim();
        var length = NumberLength(trimmed);
        value = double.NaN;
        if (length == 0 || !double.TryParse(trimmed[..length], NumberStyles.Float, CultureInfo.InvariantCulture, out var number))
            return "is not a number";
        var symbol = OneSpace(trimmed[length..]);
        if (symbol.Length == 0)
            return SetValue(out value, number);
        foreach (var unit in dimension.Units)
        {
            if (unit.Symbol == symbol)
                return SetValue(out value, number * unit.Times / unit.Per);
        }

        return dimension.Units.Count == 0
            ? $"has the unit {Shown.Quote(symbol)}, but this is a number without a unit"
            : $"has the unit {Shown.Quote(symbol)}; allowed units are {dimension.UnitList}";
    }

    private static string? SetValue(out double value, double result)
    {
        value = result;
        return null;
    }

    // The longest beginning of the form -12.5e-3. Words such as NaN and Infinity, hexadecimal and grouped digits are not numbers here.
    private static int NumberLength(ReadOnlySpan<char> text)
    {
        var at = text.Length > 0 && text[0] is '+' or '-' ? 1 : 0;
        var whole = Digits(text, at);
        var end = at + whole;
        var fraction = 0;
        if (end < text.Length && text[end] == '.')
        {
            fraction = Digits(text, end + 1);
            end += 1 + fraction;
        }

        if (whole + fraction == 0)
            return 0;
        if (end >= text.Length || text[end] is not ('e' or 'E'))
            return end;
        var sign = end + 1 < text.Length && text[end + 1] is '+' or '-' ? 1 : 0;
        var exponent = Digits(text, end + 1 + sign);
        return exponent == 0 ? end : end + 1 + sign + exponent;
    }

    private static int Digits(ReadOnlySpan<char> text, int from)
    {
        var at = from;
        while (at < text.Length && char.IsAsciiDigit(text[at]))
            at++;
        return at - from;
    }

    private static string OneSpace(ReadOnlySpan<char> text)
    {
        // A unit has at most two words; longer texts are only quoted in the message.
        var shortened = text.Length > 100 ? text[..100] : text;
        return string.Join(' ', shortened.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
    }
}
