namespace ControlPlane.Policies.Catalog;

/// <summary>The checked settings of a policy, defaults filled in.</summary>
public sealed class PolicySettings
{
    private readonly Dictionary<string, string> _values;
    private readonly string _name;
    private readonly PolicyModel? _model;

    /// <summary>Checks settings against a descriptor.</summary>
    /// <param name="descriptor">The rule.</param>
    /// <param name="settings">Settings that differ from the defaults.</param>
    /// <param name="model">Its model, for those that take one.</param>
    /// <exception cref="ArgumentException">A setting is unknown or out of range; the message says which and what is allowed.</exception>
    public PolicySettings(RuleDescriptor descriptor, IReadOnlyDictionary<string, string> settings, PolicyModel? model = null)
    {
        ArgumentNullException.ThrowIfNull(descriptor);
        ArgumentNullException.ThrowIfNull(settings);
        (_name, _model) = (descriptor.Name, model);
        _values = descriptor.Parameters.ToDictionary(p => p.Name, p => p.Default);
        foreach (var (name, value) in settings)
        {
            if (descriptor.Complain(name, value) is { } complaint)
                throw new ArgumentException($"Policy '{descriptor.Name}': {complaint}.", nameof(settings));
            _values[name] = value;
        }
    }

    /// <summary>The model, for policies that take one.</summary>
    /// <exception cref="ArgumentException">None was given.</exception>
    public PolicyModel Model => _model ?? throw new ArgumentException($"Policy '{_name}' decides with a model, and none was read for it.");

    /// <summary>A number.</summary>
    /// <param name="name">Parameter name.</param>
    public double Number(string name) => double.Parse(_values[name]);

    /// <summary>A whole number.</summary>
    /// <param name="name">Parameter name.</param>
    public int Count(string name) => (int)Number(name);

    /// <summary>The value as written.</summary>
    /// <param name="name">Parameter name.</param>
    public string Text(string name) => _values[name];
}
