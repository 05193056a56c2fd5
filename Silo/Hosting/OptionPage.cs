namespace ControlPlane.Silo.Hosting;

/// <summary>Writes options in groups, two columns wide.</summary>
internal static class OptionPage
{
    private const int Left = 30;
    private const int Widest = 110;

    /// <summary>Writes the groups.</summary>
    /// <param name="groups">The groups.</param>
    /// <param name="output">Where to write.</param>
    public static void Write(IEnumerable<InputGroup> groups, TextWriter output)
    {
        foreach (var group in groups)
        {
            output.WriteLine();
            output.WriteLine($"{group.Title}:");
            foreach (var input in group.Inputs)
                Row($"{input.Option.Name} {input.Option.HelpName}".TrimEnd(), input.Option.Description ?? "", output);
        }
    }

    /// <summary>Writes one line, or more where the right column is too long for one.</summary>
    /// <param name="left">Left column.</param>
    /// <param name="right">Right column.</param>
    /// <param name="output">Where to write.</param>
    public static void Row(string left, string right, TextWriter output)
    {
        var line = $"  {left}".PadRight(Left);
        foreach (var word in right.Split(' '))
        {
            if (line.Length + word.Length >= Widest)
            {
                output.WriteLine(line.TrimEnd());
                line = new string(' ', Left);
            }

            line += line.EndsWith(' ') ? word : $" {word}";
        }

        output.WriteLine(line.TrimEnd());
    }
}
