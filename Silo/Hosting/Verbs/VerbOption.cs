using System.CommandLine;

namespace ControlPlane.Silo.Hosting.Verbs;

/// <summary>An option of one verb; unlike a setting it has no variable.</summary>
/// <param name="name">The option, with its dashes.</param>
/// <param name="value">What stands for its value in help.</param>
/// <param name="description">What it does, one line.</param>
internal sealed class VerbOption(string name, string value, string description)
{
    private readonly Option<string?> _option = new(name) { HelpName = value, Description = description };

    /// <summary>The option.</summary>
    public Option Option => _option;

    /// <summary>What was given.</summary>
    /// <param name="result">The command line.</param>
    /// <returns>Null when nothing was given.</returns>
    public GivenText? Read(ParseResult result) => result.GetValue(_option) is { } text ? new GivenText(name, text) : null;

    /// <summary>What was given, of an option that must be.</summary>
    /// <param name="result">The command line.</param>
    /// <exception cref="InputException">Nothing was given.</exception>
    public GivenText Need(ParseResult result) => Read(result) ?? throw new InputException($"{result.CommandResult.Command.Name} needs {name}: {description}");
}
