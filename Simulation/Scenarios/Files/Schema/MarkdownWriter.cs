using System.Text;

namespace ControlPlane.Simulation.Scenarios.Files.Schema;

/// <summary>Writes sections as tables in Markdown.</summary>
internal static class MarkdownWriter
{
    private const string TableHead = "\n\n| key | value | default | meaning |\n|---|---|---|---|\n";

    /// <summary>The reference of a whole file: its sections and units.</summary>
    /// <param name="root">The keys of the file.</param>
    /// <param name="dimensions">The dimensions of its quantities.</param>
    /// <param name="known">The keys of a file whose sections are described elsewhere; null for none.</param>
    public static string Document(SectionSchema root, IEnumerable<Dimension> dimensions, SectionSchema? known = null)
    {
        var text = new StringBuilder();
        text.Append("### Units\n\n| quantity | a plain number is in | units |\n|---|---|---|\n");
        foreach (var dimension in dimensions)
            text.Append("| ").Append(dimension.Name).Append(" | ").Append(dimension.BaseUnit).Append(" | ").Append(dimension.UnitList).Append(" |\n");
        foreach (var section in InOrder(root).Except(known is null ? [] : InOrder(known)))
            Append(text, section);
        return text.ToString();
    }

    // A section, then those that its keys hold, each once.
    private static List<SectionSchema> InOrder(SectionSchema root)
    {
        var found = new List<SectionSchema>();
        Visit(root, found);
        return found;
    }

    private static void Visit(SectionSchema section, List<SectionSchema> found)
    {
        if (found.Contains(section))
            return;
        found.Add(section);
        foreach (var inner in section.Fields.SelectMany(f => f.Kind.Sections))
            Visit(inner, found);
    }

    private static void Append(StringBuilder text, SectionSchema section)
    {
        text.Append("\n### ").Append(section.Title).Append("\n\n").Append(section.Summary).Append(TableHead);
        foreach (var field in section.Fields)
        {
            var absent = field.IsRequired ? "**required**" : field.DefaultText;
            text.Append("| `").Append(field.Name).Append("` | ").Append(Cell(field.Kind.Expected)).Append(" | ").Append(Cell(absent)).Append(" | ");
            text.Append(Cell(field.Summary)).Append(" |\n");
        }
    }

    private static string Cell(string text) => text.Replace("|", "\\|", StringComparison.Ordinal);
}
