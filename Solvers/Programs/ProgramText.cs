using System.Globalization;

namespace ControlPlane.Solvers.Programs;

/// <summary>Numbers in what programs print.</summary>
internal static class ProgramText
{
    /// <summary>The number behind a label at the beginning of a line; null where there is none.</summary>
    public static double? After(string text, string label)
    {
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            var trimmed = line.Trim();
            if (trimmed.StartsWith(label, StringComparison.Ordinal) && Number(FirstWord(trimmed[label.Length..])) is { } number) return number;
        }

        return null;
    }

    /// <summary>A number; null where it is none.</summary>
    public static double? Number(ReadOnlySpan<char> text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>A number as every program reads it.</summary>
    public static string Text(double number) => number.ToString("R", CultureInfo.InvariantCulture);

    private static ReadOnlySpan<char> FirstWord(ReadOnlySpan<char> text)
    {
        text = text.TrimStart();
        var end = text.IndexOfAny(' ', '\t');
        return end < 0 ? text : text[..end];
    }
}
