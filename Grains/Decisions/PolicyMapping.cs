using System.Runtime.InteropServices;
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
        return new PolicyRecord(spec.Name, [.. spec.Settings.OrderBy(s => s.Key, StringComparer.Ordinal).Select(s => new SettingRecord(s.Key, s.Value))], spec.Model?.ToWire());
    }

    /// <summary>To the wire.</summary>
    /// <param name="model">The model.</param>
    public static ModelRecord ToWire(this PolicyModel model)
    {
        ArgumentNullException.ThrowIfNull(model);
        return new ModelRecord(model.Name, model.Digest, model.Bytes.Length, ImmutableCollectionsMarshal.AsImmutableArray(model.Bytes.ToArray()));
    }

    /// <summary>From the wire.</summary>
    /// <param name="record">The record.</param>
    /// <returns>Null when the record has no bytes.</returns>
    /// <exception cref="ArgumentException">The bytes are not those that the digest was made of.</exception>
    public static PolicyModel? ToModel(this ModelRecord record)
    {
        ArgumentNullException.ThrowIfNull(record);
        if (record.Bytes.IsDefaultOrEmpty)
            return null;
        var model = new PolicyModel(record.Name, record.Bytes.AsMemory());
        return model.Digest == record.Digest
            ? model
            : throw new ArgumentException($"The model '{record.Name}' came with other bytes than it was sent with.", nameof(record));
    }

    /// <summary>From the wire.</summary>
    /// <param name="policy">The record.</param>
    /// <exception cref="ArgumentException">A setting is there twice, or the model is damaged.</exception>
    public static PolicySpec ToSpec(this PolicyRecord policy)
    {
        ArgumentNullException.ThrowIfNull(policy);
        var settings = new Dictionary<string, string>();
        foreach (var setting in policy.Settings)
        {
            if (!settings.TryAdd(setting.Name, setting.Value))
                throw new ArgumentException($"Policy '{policy.Name}': '{setting.Name}' is there twice.", nameof(policy));
        }

        return new PolicySpec(policy.Name, settings) { Model = policy.Model?.ToModel() };
    }
}
