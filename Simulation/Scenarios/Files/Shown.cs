namespace ControlPlane.Simulation.Scenarios.Files;

/// <summary>How messages quote what a file says.</summary>
internal static class Shown
{
    private const int MaxLength = 40;

    /// <summary>Quotes a text, shortened and without control characters.</summary>
    /// <param name="text">The text.</param>
    public static string Quote(string text) => QuoteWhole(text.Length <= MaxLength ? text : text[..MaxLength] + "…");

    /// <summary>Quotes a text of which every letter counts, such as the path of a file, without control characters.</summary>
    /// <param name="text">The text, of bounded length.</param>
    public static string QuoteWhole(string text) => $"'{string.Concat(text.Select(c => char.IsControl(c) || char.IsSurrogate(c) ? '·' : c))}'";
}
