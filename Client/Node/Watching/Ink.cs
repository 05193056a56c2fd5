namespace ControlPlane.Client.Node.Watching;

/// <summary>How a screen is written: with colours and blocks on a terminal, in plain ASCII elsewhere.</summary>
/// <param name="hasColours">Whether it has colours.</param>
/// <param name="isPlain">Whether it has only ASCII.</param>
internal sealed class Ink(bool hasColours, bool isPlain)
{
    /// <summary>Bold.</summary>
    public const string Bold = "1";

    /// <summary>Beside the point.</summary>
    public const string Faint = "2";

    /// <summary>As it should be.</summary>
    public const string Good = "32";

    /// <summary>Under way.</summary>
    public const string Busy = "36";

    /// <summary>Waits, or is on its way out.</summary>
    public const string Waiting = "33";

    /// <summary>As it should not be.</summary>
    public const string Bad = "31";

    private const string Heights = "\u2581\u2582\u2583\u2584\u2585\u2586\u2587\u2588";
    private const string PlainHeights = "__..--==";

    /// <summary>Text in a style.</summary>
    /// <param name="text">The text.</param>
    /// <param name="style">The style.</param>
    public string Of(string text, string style) => hasColours && text.Length > 0 ? $"\u001b[{style}m{text}\u001b[0m" : text;

    /// <summary>A bar whose parts have lengths by their shares.</summary>
    /// <param name="width">Characters of the whole.</param>
    /// <param name="parts">Shares of the whole, together at most 1, with their styles and how plain text shows them.</param>
    public string Bar(int width, params IReadOnlyList<(double Share, string Style, char Plain)> parts)
    {
        var (bar, share, drawn) = ("", 0.0, 0);
        foreach (var part in parts)
        {
            share += part.Share;
            // What there is at all can be seen.
            var end = Math.Min(width, Math.Max((int)Math.Round(share * width), drawn + (part.Share > 0 ? 1 : 0)));
            bar += Of(new string(isPlain ? part.Plain : '\u2588', end - drawn), part.Style);
            drawn = end;
        }

        return bar + Of(new string(isPlain ? '.' : '\u2591', width - drawn), Faint);
    }

    /// <summary>A line whose heights are values, the last ones if there are more than fit.</summary>
    /// <param name="width">Most characters.</param>
    /// <param name="values">The values, at least 0.</param>
    public string Line(int width, IReadOnlyList<double> values)
    {
        var most = Math.Max(values.Count == 0 ? 0 : values.Max(), 1e-9);
        var heights = isPlain ? PlainHeights : Heights;
        return Of(string.Concat(values.TakeLast(width).Select(v => heights[(int)Math.Min(heights.Length - 1, v / most * heights.Length)])), Busy);
    }

    /// <summary>A mark that says whether something is as it should be.</summary>
    /// <param name="isGood">Whether it is.</param>
    /// <param name="good">What to say then.</param>
    /// <param name="bad">What to say otherwise.</param>
    public string Verdict(bool isGood, string good, string bad) => isGood ? Of(good, Good) : Of(bad, $"{Bold};{Bad}");
}
