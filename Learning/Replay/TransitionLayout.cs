namespace ControlPlane.Learning.Replay;

/// <summary>Widths of what is kept of every transition.</summary>
/// <param name="Features">Numbers of a state, ≥ 1.</param>
/// <param name="Actions">Actions, ≥ 1.</param>
/// <param name="Costs">Constrained costs, ≥ 0.</param>
public sealed record TransitionLayout(int Features, int Actions, int Costs = 0);
