namespace ControlPlane.Policies.Catalog;

/// <summary>A policy with its settings, as a scenario file or the command line names it.</summary>
/// <param name="Name">Name in the <see cref="PolicyCatalog"/>.</param>
/// <param name="Settings">Settings that differ from the defaults, by parameter name.</param>
public sealed record PolicySpec(string Name, IReadOnlyDictionary<string, string> Settings)
{
    /// <summary>A policy with its default settings.</summary>
    /// <param name="name">Name in the catalogue.</param>
    public PolicySpec(string name)
        : this(name, new Dictionary<string, string>())
    {
    }

    /// <summary>How tables name it: <c>name</c> or <c>name:key=value,key=value</c>.</summary>
    public string Label =>
        Settings.Count == 0
            ? Name
            : $"{Name}:{string.Join(',', Settings.OrderBy(s => s.Key, StringComparer.Ordinal).Select(s => $"{s.Key}={s.Value}"))}";
}
