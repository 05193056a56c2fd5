using System.CommandLine;

namespace ControlPlane.Silo.Hosting;

/// <summary>One setting: an option of the command line or an environment variable. The command line wins.</summary>
internal sealed class Setting : IInput
{
    private readonly string _name;
    private readonly Option<string?> _option;

    /// <summary>Defines a setting.</summary>
    /// <param name="name">The option, with its dashes.</param>
    /// <param name="value">What stands for its value in help.</param>
    /// <param name="description">What it does, one line.</param>
    public Setting(string name, string value, string description)
    {
        _name = name;
        _option = new Option<string?>(name) { HelpName = value, Description = description };
    }

    /// <inheritdoc/>
    public Option Option => _option;

    /// <inheritdoc/>
    public string Variable => "CONTROLPLANE_" + _name.TrimStart('-').Replace('-', '_').ToUpperInvariant();

    /// <inheritdoc/>
    public string? OnlyFor { get; init; }

    /// <inheritdoc/>
    public string? GivenAs(ParseResult result) => Read(result)?.Source;

    /// <summary>What was given.</summary>
    /// <param name="result">The command line.</param>
    /// <returns>Null when nothing was given.</returns>
    public GivenText? Read(ParseResult result)
    {
        if (result.GetValue(_option) is { } text)
            return new GivenText(_name, text);
        return Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } variable ? new GivenText(Variable, variable) : null;
    }
}
