using ControlPlane.Planning.Linear;

namespace ControlPlane.Planning.MixedInteger;

/// <summary>
/// Names of columns and rows that every reader of MPS and LP files takes: letters, digits, '_' and '.', not looking like a number or a keyword,
/// no two alike.
/// </summary>
public static class SafeNames
{
    private const int MostLength = 100;

    private static readonly HashSet<string> Keywords = new(StringComparer.OrdinalIgnoreCase)
    {
        "min", "max", "minimize", "maximize", "minimum", "maximum", "subject", "such", "st", "s.t", "s.t.", "to", "that", "bounds", "bound",
        "general", "generals", "gen", "integer", "integers", "int", "binary", "binaries", "bin", "semi", "sos", "free", "inf", "infinity", "end", "nan", "obj",
    };

    /// <summary>A name for every column, in their order.</summary>
    public static IReadOnlyList<string> OfColumns(LinearProgram program)
    {
        ArgumentNullException.ThrowIfNull(program);
        return Unique(Enumerable.Range(0, program.ColumnCount).Select(program.ColumnName), "x_");
    }

    /// <summary>A name for every row, in their order.</summary>
    public static IReadOnlyList<string> OfRows(LinearProgram program)
    {
        ArgumentNullException.ThrowIfNull(program);
        return Unique(Enumerable.Range(0, program.RowCount).Select(program.RowName), "r_");
    }

    /// <summary>A name without blanks for the programme itself.</summary>
    internal static string Of(string name) => Safe(name, "p_");

    private static List<string> Unique(IEnumerable<string> names, string prefix)
    {
        var taken = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var count = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        var unique = new List<string>();
        foreach (var name in names)
        {
            var safe = Safe(name, prefix);
            var candidate = safe;
            while (!taken.Add(candidate)) candidate = $"{safe}__{count[safe] = count.GetValueOrDefault(safe, 1) + 1}";
            unique.Add(candidate);
        }

        return unique;
    }

    private static string Safe(string name, string prefix)
    {
        var letters = string.Concat(name.Take(MostLength).Select(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '.' ? c : '_'));

        // "e9" reads as the end of a number, and a keyword as the beginning of a section.
        var isSafe = letters.Length > 0 && char.IsAsciiLetter(letters[0]) && letters[0] is not ('e' or 'E') && !Keywords.Contains(letters);
        return isSafe ? letters : prefix + letters;
    }
}
