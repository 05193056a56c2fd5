namespace ControlPlane.Simulation.Scenarios.Files.Yaml;

/// <summary>A single value, as text.</summary>
/// <param name="file">The file.</param>
/// <param name="line">Line from 1.</param>
/// <param name="column">Column from 1.</param>
/// <param name="text">The text without quotes.</param>
/// <param name="isQuoted">Whether it was in quotes or a block.</param>
internal sealed class YamlScalar(string file, int line, int column, string text, bool isQuoted) : YamlNode(file, line, column)
{
    /// <summary>The text without quotes.</summary>
    public string Text { get; } = text;

    /// <summary>Whether nothing was written: <c>key:</c>, <c>null</c> or <c>~</c>.</summary>
    public bool IsNull => !isQuoted && Text is "" or "~" or "null";

    /// <inheritdoc/>
    public override string Described => IsNull ? "nothing" : Shown.Quote(Text);
}
