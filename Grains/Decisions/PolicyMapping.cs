using ControlPlane.Grains.Interfaces.Wire;
using ControlPlane.Policies.Catalog;

namespace ControlPlane.Grains.Decisions;

/// <summary>Policies of the catalogue between the console's side and the wire.</summary>
public static class PolicyMapping
{
    /// <summary>To the wire.</summary>
    /// <param name="spec">The policy.</param>
    public static PolicyRecord ToWire(this PolicySpec spec)
    {
        ArgumentNullException.ThrowIfNull(spec);
        return new PolicyRecord(spec.Name, [.. spec.Settings.OrderBy(s => s.Key, StringComparer.Ordinal).Select(s => new SettingRecord(s.Key, s.Value))]);
    }

    /// <summary>From the wire.</summary>
    /// <param name="policy">The record.</param>
    /// <exception cref="ArgumentException">A setting is there twice.</exception>
    public static PolicySpec ToSpec(this PolicyRecord policy)
    {
        ArgumentNullException.ThrowIfNull(policy);
        var settings = new Dictionary<string, string>();
        foreach (var setting in policy.Settings)
        {
            if (!settings.TryAdd(setting.Name, setting.Value))
                throw new ArgumentException($"Policy '{policy.Name}': '{setting.Name}' is there twice.", nameof(policy));
        }

        return new PolicySpec(policy.Name, settings);
    }
}
