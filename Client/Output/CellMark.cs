namespace ControlPlane.Client.Output;

/// <summary>How a cell stands out.</summary>
internal enum CellMark
{
    /// <summary>Not at all.</summary>
    None,

    /// <summary>The best of its column: green, or a star where there are no colours.</summary>
    Best,

    /// <summary>Agrees with what was expected.</summary>
    Good,

    /// <summary>Does not agree, or failed.</summary>
    Bad,

    /// <summary>Beside the point.</summary>
    Faint,
}
