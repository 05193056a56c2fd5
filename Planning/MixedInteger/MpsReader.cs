namespace ControlPlane.Planning.MixedInteger;

/// <summary>
/// Reads free-format MPS: NAME, OBJSENSE MIN, ROWS, COLUMNS with integer markers, RHS, RANGES, BOUNDS, ENDATA. A constant of the objective becomes
/// a column fixed at 1. Rows of sense N after the first stay as rows without bounds.
/// </summary>
public static class MpsReader
{
    /// <summary>Reads a programme.</summary>
    /// <param name="reader">The text.</param>
    /// <param name="source">What messages call it: a file's name.</param>
    /// <exception cref="MpsFormatException">The text is not such a programme; the message names the line.</exception>
    public static MixedIntegerProgram Read(TextReader reader, string source = "MPS")
    {
        ArgumentNullException.ThrowIfNull(reader);
        var draft = new MpsDraft(source);
        var section = MpsSection.None;
        for (var line = 1; reader.ReadLine() is { } text; line++)
        {
            if (text.Length == 0 || text[0] == '*') continue;
            var fields = text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
            if (fields.Length == 0) continue;
            draft.Line = line;
            if (!char.IsWhiteSpace(text[0])) section = Section(draft, section, fields);
            else Data(draft, section, fields);
            if (section == MpsSection.End) return draft.Build();
        }

        throw draft.Error("the text ends without ENDATA");
    }

    private static MpsSection Section(MpsDraft draft, MpsSection section, string[] fields)
    {
        var next = fields[0].ToUpperInvariant() switch
        {
            "NAME" => MpsSection.Name,
            "OBJSENSE" => MpsSection.Sense,
            "ROWS" => MpsSection.Rows,
            "COLUMNS" => MpsSection.Columns,
            "RHS" => MpsSection.RightHandSides,
            "RANGES" => MpsSection.Ranges,
            "BOUNDS" => MpsSection.Bounds,
            "ENDATA" => MpsSection.End,
            _ => throw draft.Error($"'{fields[0]}' is no section; they are NAME, OBJSENSE, ROWS, COLUMNS, RHS, RANGES, BOUNDS and ENDATA"),
        };
        if (next <= section) throw draft.Error($"the section {fields[0]} comes twice or too late");
        if (next == MpsSection.Name) draft.Name = fields.Length > 1 ? fields[1] : "";
        if (next == MpsSection.Sense && fields.Length > 1) draft.Sense(fields[1]);
        return next;
    }

    private static void Data(MpsDraft draft, MpsSection section, string[] fields)
    {
        switch (section)
        {
            case MpsSection.Sense:
                draft.Sense(fields[0]);
                break;
            case MpsSection.Rows:
                draft.Row(fields);
                break;
            case MpsSection.Columns:
                draft.Column(fields);
                break;
            case MpsSection.RightHandSides:
                draft.RightHandSides(fields);
                break;
            case MpsSection.Ranges:
                draft.Ranges(fields);
                break;
            case MpsSection.Bounds:
                draft.Bound(fields);
                break;
            default:
                throw draft.Error("a line of data outside ROWS, COLUMNS, RHS, RANGES and BOUNDS");
        }
    }
}
