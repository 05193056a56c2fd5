namespace ControlPlane.Policies.Catalog;

/// <summary>All policies that the product ships, in the order in which tables show them.</summary>
public static class PolicyCatalog
{
    /// <summary>The policies.</summary>
    public static IReadOnlyList<PolicyDescriptor> All { get; } = [];

    /// <summary>Finds a policy.</summary>
    /// <param name="name">Its name.</param>
    /// <returns>Null when there is none.</returns>
    public static PolicyDescriptor? Find(string name) => All.FirstOrDefault(p => p.Name == name);

    /// <summary>Makes a policy for one run.</summary>
    /// <param name="spec">Name and settings.</param>
    /// <param name="context">What it is made with.</param>
    /// <exception cref="ArgumentException">The name or a setting is unknown or out of range.</exception>
    public static IPlacementPolicy Create(PolicySpec spec, PolicyContext context)
    {
        ArgumentNullException.ThrowIfNull(spec);
        var descriptor = Find(spec.Name)
            ?? throw new ArgumentException($"There is no policy '{spec.Name}'; there are {string.Join(", ", All.Select(p => p.Name))}.", nameof(spec));
        return descriptor.Create(new PolicySettings(descriptor, spec.Settings), context);
    }
}
