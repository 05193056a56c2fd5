namespace ControlPlane.Client.Output;

/// <summary>Breaks text between words.</summary>
internal static class TextWrap
{
    /// <summary>The lines of a text.</summary>
    /// <param name="text">Words separated by blanks.</param>
    /// <param name="width">Most characters of a line; longer words stand alone.</param>
    public static IReadOnlyList<string> Lines(string text, int width)
    {
        var lines = new List<string>();
        var line = "";
        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (line.Length > 0 && line.Length + 1 + word.Length > width)
            {
                lines.Add(line);
                line = "";
            }

            line = line.Length == 0 ? word : $"{line} {word}";
        }

        lines.Add(line);
        return lines;
    }
}
