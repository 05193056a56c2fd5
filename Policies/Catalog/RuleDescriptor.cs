namespace ControlPlane.Policies.Catalog;

/// <summary>A rule that the product ships, whatever it decides.</summary>
/// <param name="Name">Name in scenario files, tables and on the command line.</param>
/// <param name="Title">Name in prose.</param>
/// <param name="Summary">What it does, one or two sentences.</param>
/// <param name="Source">Where it comes from.</param>
/// <param name="Parameters">Its settings.</param>
public abstract record RuleDescriptor(string Name, string Title, string Summary, string Source, IReadOnlyList<PolicyParameter> Parameters)
{
    /// <summary>Whether it decides with a model: then <see cref="PolicyModel.Parameter"/> is among its settings, and it is made with <see cref="PolicySettings.Model"/>.</summary>
    public bool TakesModel { get; init; }

    /// <summary>Checks one setting.</summary>
    /// <param name="name">Parameter name.</param>
    /// <param name="value">Its value as written.</param>
    /// <returns>Null if it is allowed, else what is wrong.</returns>
    public string? Complain(string name, string value)
    {
        var parameter = Parameters.FirstOrDefault(p => p.Name == name);
        if (parameter is not null)
            return parameter.Complain(value) is { } complaint ? $"'{name}' {complaint}" : null;
        return Parameters.Count == 0
            ? $"'{name}' is unknown; this policy has no settings"
            : $"'{name}' is unknown; settings are {string.Join(", ", Parameters.Select(p => p.Name))}";
    }
}
