namespace ControlPlane.Policies.Catalog;

/// <summary>A policy with its settings, as a scenario file or the command line names it.</summary>
/// <param name="Name">Name in the <see cref="PolicyCatalog"/>.</param>
/// <param name="Settings">Settings that differ from the defaults, by parameter name.</param>
public sealed record PolicySpec(string Name, IReadOnlyDictionary<string, string> Settings)
{
    /// <summary>Its model, once whoever read the spec has read the file that it names; null before, and for policies that take none.</summary>
    public PolicyModel? Model { get; init; }

    /// <summary>A policy with its default settings.</summary>
    /// <param name="name">Name in the catalogue.</param>
    public PolicySpec(string name)
        : this(name, new Dictionary<string, string>())
    {
    }

    /// <summary>Reads what <see cref="Label"/> writes.</summary>
    /// <param name="text">As written: <c>name</c> or <c>name:key=value,key=value</c>; blanks around names and values do not count.</param>
    /// <exception cref="FormatException">The name or a setting is unknown, out of range or there twice; the message says which and what is allowed.</exception>
    public static PolicySpec Parse(string text) => Parse(text, PolicyCatalog.All);

    /// <summary>Reads what <see cref="Label"/> writes.</summary>
    /// <param name="text">As written: <c>name</c> or <c>name:key=value,key=value</c>; blanks around names and values do not count.</param>
    /// <param name="catalog">The rules that there are.</param>
    /// <exception cref="FormatException">The name or a setting is unknown, out of range or there twice; the message says which and what is allowed.</exception>
    public static PolicySpec Parse(string text, IReadOnlyList<RuleDescriptor> catalog)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(catalog);
        var colon = text.IndexOf(':');
        var name = (colon < 0 ? text : text[..colon]).Trim();
        var descriptor = catalog.FirstOrDefault(r => r.Name == name)
            ?? throw new FormatException($"there is no policy '{name}'; there are {string.Join(", ", catalog.Select(r => r.Name))}");
        var settings = new Dictionary<string, string>();
        foreach (var pair in colon < 0 ? [] : text[(colon + 1)..].Split(','))
            AddSetting(settings, pair, descriptor);
        return new PolicySpec(name, settings);
    }

    /// <summary>How tables name it: <c>name</c> or <c>name:key=value,key=value</c>.</summary>
    public string Label =>
        Settings.Count == 0
            ? Name
            : $"{Name}:{string.Join(',', Settings.OrderBy(s => s.Key, StringComparer.Ordinal).Select(s => $"{s.Key}={s.Value}"))}";

    private static void AddSetting(Dictionary<string, string> settings, string pair, RuleDescriptor policy)
    {
        var equals = pair.IndexOf('=');
        if (equals <= 0)
            throw new FormatException($"{policy.Name}: settings are written as name=value, not '{pair}'");
        var (key, value) = (pair[..equals].Trim(), pair[(equals + 1)..].Trim());
        if (policy.Complain(key, value) is { } complaint)
            throw new FormatException($"{policy.Name}: {complaint}");
        if (!settings.TryAdd(key, value))
            throw new FormatException($"{policy.Name}: '{key}' is set twice");
    }
}
