namespace ControlPlane.Simulation.Reports.Charts;

/// <summary>
/// Estimates the width of text without a font: the advance widths of Helvetica (Adobe AFM, thousandths of the font size),
/// with a margin for the slightly wider system fonts. It decides what fits and what would overlap.
/// </summary>
public static class TextMetrics
{
    private const double Margin = 1.06;

    // Printable ASCII, U+0020 to U+007E.
    private static readonly short[] Advance =
    [
        278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278,
        556, 556, 556, 556, 556, 556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556,
        1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833, 722, 778,
        667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556,
        333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556,
        556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584,
    ];

    /// <summary>The estimated width of one line of text, in the unit of <paramref name="fontSize"/>.</summary>
    public static double Width(string text, double fontSize = ChartSizes.FontSize)
    {
        ArgumentNullException.ThrowIfNull(text);
        var thousandths = 0;
        foreach (var c in text)
        {
            thousandths += c switch
            {
                >= ' ' and <= '~' => Advance[c - ' '],
                '\u00a0' => 278,
                '\u202f' => 200,
                '⁰' or '¹' or '²' or '³' or '⁻' or (>= '⁴' and <= '⁹') => 380,
                >= '\u2e80' => 1000,
                _ => 600,
            };
        }
        return thousandths * fontSize * Margin / 1000;
    }

    /// <summary>The text, or its longest beginning with an ellipsis that is no wider than <paramref name="maxWidth"/>.</summary>
    public static string Fit(string text, double maxWidth, double fontSize = ChartSizes.FontSize)
    {
        if (Width(text, fontSize) <= maxWidth) return text;
        var length = text.Length - 1;
        while (length > 0 && Width(text[..length] + "…", fontSize) > maxWidth) length--;
        if (length > 0 && char.IsHighSurrogate(text[length - 1])) length--;
        return text[..length].TrimEnd() + "…";
    }

    /// <summary>The text broken at spaces into lines no wider than <paramref name="maxWidth"/>; a single longer word stays whole.</summary>
    public static IReadOnlyList<string> Wrap(string text, double maxWidth, double fontSize = ChartSizes.FontSize)
    {
        var lines = new List<string>();
        var line = "";
        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var longer = line.Length == 0 ? word : line + " " + word;
            if (line.Length > 0 && Width(longer, fontSize) > maxWidth)
            {
                lines.Add(line);
                longer = word;
            }
            line = longer;
        }
        if (line.Length > 0) lines.Add(line);
        return lines;
    }
}
