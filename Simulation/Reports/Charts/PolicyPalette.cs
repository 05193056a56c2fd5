namespace ControlPlane.Simulation.Reports.Charts;

/// <summary>
/// Gives every policy of a report its style slot, in the order in which policies are first named: one palette per report keeps
/// a policy's colour, dash and marker the same in every chart. Not thread-safe.
/// </summary>
public sealed class PolicyPalette
{
    private readonly Dictionary<string, int> _slots = new(StringComparer.Ordinal);

    /// <summary>A palette in which the given policies have the slots 0, 1, 2, ...</summary>
    public PolicyPalette(params IEnumerable<string> policies)
    {
        ArgumentNullException.ThrowIfNull(policies);
        foreach (var policy in policies) _ = this[policy];
    }

    /// <summary>The slot of a policy; a policy that was not named before takes the next free one.</summary>
    public int this[string policy]
    {
        get
        {
            if (_slots.TryGetValue(policy, out var slot)) return slot;
            return _slots[policy] = _slots.Count;
        }
    }
}
