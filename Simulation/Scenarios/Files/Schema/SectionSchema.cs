namespace ControlPlane.Simulation.Scenarios.Files.Schema;

/// <summary>The keys of a mapping.</summary>
/// <param name="title">Heading in the documentation, for example <c>Sites</c>.</param>
/// <param name="summary">What the mapping describes, one or two sentences.</param>
/// <param name="fields">Its keys in the order of the documentation.</param>
internal sealed class SectionSchema(string title, string summary, IReadOnlyList<Field> fields)
{
    private readonly Dictionary<string, Field> _byName = fields.ToDictionary(f => f.Name);

    /// <summary>Heading in the documentation.</summary>
    public string Title { get; } = title;

    /// <summary>What the mapping describes.</summary>
    public string Summary { get; } = summary;

    /// <summary>Its keys.</summary>
    public IReadOnlyList<Field> Fields { get; } = fields;

    /// <summary>Of these keys exactly one must be there; empty if there is no such rule.</summary>
    public IReadOnlyList<Field> ExactlyOneOf { get; init; } = [];

    /// <summary>Whether required keys may come from an included file or from defaults, so that an editor cannot insist on them.</summary>
    public bool IsCompletedElsewhere { get; init; }

    /// <summary>Finds a key.</summary>
    /// <param name="name">The key.</param>
    public Field? Find(string name) => _byName.GetValueOrDefault(name);
}
