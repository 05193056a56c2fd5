namespace ControlPlane.Learning.Losses;

/// <summary>
/// A finite set of actions in groups of equal size; action = group · size + place. With one group a policy has a logit for every action. With more it
/// is factored, π(group) π(place | group), and has a logit for every group and then for every action.
/// </summary>
/// <param name="Groups">Groups, ≥ 1: for example sites.</param>
/// <param name="PerGroup">Places in a group, ≥ 1: for example numbers of GPUs.</param>
public sealed record ActionSpace(int Groups, int PerGroup)
{
    /// <summary>Actions.</summary>
    public int Actions => Groups * PerGroup;

    /// <summary>Whether the group is chosen first.</summary>
    public bool IsFactored => Groups > 1;

    /// <summary>Logits that a policy needs.</summary>
    public int Logits => IsFactored ? Groups + Actions : Actions;

    /// <summary>A space without groups.</summary>
    /// <param name="actions">Actions, ≥ 1.</param>
    public static ActionSpace Flat(int actions) => new(1, actions);
}
