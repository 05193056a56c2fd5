namespace ControlPlane.Client.Output;

/// <summary>A cell of a table.</summary>
/// <param name="Text">As people read it.</param>
/// <param name="Value">As programs read it: a string, a number, a truth value, or null where there is none.</param>
/// <param name="Mark">How it stands out.</param>
internal readonly record struct Cell(string Text, object? Value, CellMark Mark = CellMark.None)
{
    /// <summary>A text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="mark">How it stands out.</param>
    public static Cell Of(string text, CellMark mark = CellMark.None) => new(text, text, mark);

    /// <summary>A count.</summary>
    /// <param name="value">The count.</param>
    public static Cell Of(long value) => new(value.ToString(), value);

    /// <summary>A number; a dash where there is none.</summary>
    /// <param name="value">The number; NaN = none.</param>
    /// <param name="decimals">Digits after the point.</param>
    /// <param name="mark">How it stands out.</param>
    public static Cell Of(double value, int decimals, CellMark mark = CellMark.None) =>
        new(Show.Number(value, decimals), double.IsFinite(value) ? value : null, mark);

    /// <summary>Nothing.</summary>
    public static Cell Empty => new("", null);
}
