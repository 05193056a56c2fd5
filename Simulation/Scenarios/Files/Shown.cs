namespace ControlPlane.Simulation.Scenarios.Files;

/// <summary>How messages quote what a file says.</summary>
internal static class Shown
{
    private const int MaxLength = 40;

    /// <summary>Quotes a text, shortened and without control characters.</summary>
    /// <param name="text">The text.</param>
    public static string Quote(string text)
    {
        var shown = text.Length <= MaxLength ? text : text[..MaxLength] + "…";
        return $"'{string.Concat(shown.Select(c => char.IsControl(c) || char.IsSurrogate(c) ? '·' : c))}'";
    }
}
