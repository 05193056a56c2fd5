namespace ControlPlane.Planning.MixedInteger;

/// <summary>The sections of an MPS file, in the order in which they come.</summary>
internal enum MpsSection
{
    None,
    Name,
    Sense,
    Rows,
    Columns,
    RightHandSides,
    Ranges,
    Bounds,
    End,
}
