using System.CommandLine;

namespace ControlPlane.Silo.Hosting;

/// <summary>One setting: an option of the command line or an environment variable. The command line wins.</summary>
internal sealed class Setting
{
    private readonly string _name;

    /// <summary>Defines a setting.</summary>
    /// <param name="name">The option, with its dashes.</param>
    /// <param name="value">What stands for its value in help.</param>
    /// <param name="description">What it does, one line.</param>
    public Setting(string name, string value, string description)
    {
        _name = name;
        Option = new Option<string?>(name) { HelpName = value, Description = description };
    }

    /// <summary>The option.</summary>
    public Option<string?> Option { get; }

    /// <summary>The variable that says the same.</summary>
    public string Variable => "CONTROLPLANE_" + _name.TrimStart('-').Replace('-', '_').ToUpperInvariant();

    /// <summary>What was given.</summary>
    /// <param name="result">The command line.</param>
    /// <returns>Null when nothing was given.</returns>
    public GivenText? Read(ParseResult result)
    {
        if (result.GetValue(Option) is { } text)
            return new GivenText(_name, text);
        return Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } variable ? new GivenText(Variable, variable) : null;
    }
}
