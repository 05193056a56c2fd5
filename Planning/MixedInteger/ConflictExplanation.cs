namespace ControlPlane.Planning.MixedInteger;

/// <summary>Why a programme has no point: the rows and bounds that contradict each other.</summary>
public sealed record ConflictExplanation
{
    /// <summary>Names of the rows in conflict.</summary>
    public required IReadOnlyList<string> Rows { get; init; }

    /// <summary>Bounds of columns that take part, as in "charge s0 t3 at most 12"; bounds of 0 are taken for granted.</summary>
    public required IReadOnlyList<string> Bounds { get; init; }

    /// <summary>Whether the rows could all be satisfied if nothing had to be a whole number.</summary>
    public required bool OnlyWholeNumbers { get; init; }

    /// <summary>Whether the others could be satisfied without any one of the rows; false where that was too long to find out.</summary>
    public required bool IsIrreducible { get; init; }

    /// <summary>The conflict in a sentence.</summary>
    /// <param name="most">Most rows and bounds to name each, at least 1.</param>
    public string Describe(int most = 8)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(most, 1);
        var rows = Rows.Count > 0 ? $"These cannot hold together{(IsIrreducible ? "" : " (perhaps not all are needed)")}: {List(Rows, most)}" : "No value is left";
        var bounds = Bounds.Count > 0 ? $"; with {List(Bounds, most)}" : "";
        return rows + bounds + (OnlyWholeNumbers ? ". Fractions would satisfy them: only that whole numbers are demanded makes it impossible." : ".");
    }

    private static string List(IReadOnlyList<string> names, int most) =>
        string.Join(", ", names.Take(most)) + (names.Count > most ? $" and {names.Count - most} more" : "");
}
