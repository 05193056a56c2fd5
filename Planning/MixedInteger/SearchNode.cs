using ControlPlane.Planning.Linear;

namespace ControlPlane.Planning.MixedInteger;

/// <summary>A node of the search tree: one more bound than its parent.</summary>
/// <param name="Parent">The node above; null for the root.</param>
/// <param name="Column">The column whose bound it sets; -1 for the root.</param>
/// <param name="Lower">Its lower bound here.</param>
/// <param name="Upper">Its upper bound here.</param>
/// <param name="Bound">What no point below can be under: the parent's relaxation.</param>
/// <param name="Start">The parent's last basis.</param>
/// <param name="Distance">How far the bound moved the column from its value in the parent's relaxation, for the pseudo-costs.</param>
internal sealed record SearchNode(SearchNode? Parent, int Column, double Lower, double Upper, double Bound, SimplexBasis? Start, double Distance)
{
    public static SearchNode Root { get; } = new(null, -1, 0, 0, double.NegativeInfinity, null, 0);

    /// <summary>Whether it is the child whose column has to rise.</summary>
    public bool IsUp { get; init; }
}
