namespace ControlPlane.Learning.Replay;

/// <summary>Widths of what is kept of every transition.</summary>
/// <param name="Features">Numbers of a state, ≥ 1.</param>
/// <param name="Actions">Actions to choose one from, ≥ 0; none where an action is made of numbers.</param>
/// <param name="Costs">Constrained costs, ≥ 0.</param>
/// <param name="ActionNumbers">Numbers in [-1, 1] that make an action, ≥ 0; none where one of several is chosen.</param>
public sealed record TransitionLayout(int Features, int Actions, int Costs = 0, int ActionNumbers = 0)
{
    /// <summary>A layout whose actions are made of numbers.</summary>
    /// <param name="features">Numbers of a state, ≥ 1.</param>
    /// <param name="actionNumbers">Numbers of an action, ≥ 1.</param>
    public static TransitionLayout Continuous(int features, int actionNumbers) => new(features, Actions: 0, ActionNumbers: actionNumbers);
}
