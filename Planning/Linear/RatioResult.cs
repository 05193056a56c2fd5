namespace ControlPlane.Planning.Linear;

/// <summary>
/// What a primal ratio test found. Position is -1 when the entering variable reaches its own other bound first, and the step is
/// infinite when nothing stops it.
/// </summary>
internal readonly record struct RatioResult(int Position, bool LeavesAtUpper, double Step);
