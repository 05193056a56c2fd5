using System.CommandLine;

namespace ControlPlane.Client.Hosting;

/// <summary>A command with what its help page shows besides arguments and options.</summary>
/// <param name="name">Its name.</param>
/// <param name="description">What it does, one line.</param>
internal sealed class CliCommand(string name, string description) : Command(name, description)
{
    private readonly List<(string Title, IReadOnlyList<Option> Options)> _groups = [];

    /// <summary>Under which heading the root help lists it.</summary>
    public required string Section { get; init; }

    /// <summary>Commands that work, each under a comment that says what for.</summary>
    public required IReadOnlyList<(string Comment, string Line)> Examples { get; init; }

    /// <summary>Further paragraphs of help; empty if the description says it all.</summary>
    public IReadOnlyList<string> Details { get; init; } = [];

    /// <summary>Options by heading.</summary>
    public IReadOnlyList<(string Title, IReadOnlyList<Option> Options)> Groups => _groups;

    /// <summary>Adds options under a heading of their own.</summary>
    /// <param name="title">The heading.</param>
    /// <param name="options">The options.</param>
    public void AddGroup(string title, params IReadOnlyList<Option> options)
    {
        _groups.Add((title, options));
        foreach (var option in options)
            Add(option);
    }
}
