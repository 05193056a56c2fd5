using System.CommandLine;

namespace ControlPlane.Silo.Hosting;

/// <summary>A setting that is on or off: an option without a value, or an environment variable <c>true</c> or <c>false</c>.</summary>
/// <param name="name">The option, with its dashes.</param>
/// <param name="description">What it does, one line.</param>
internal sealed class Switch(string name, string description)
{
    private readonly Setting _setting = new(name, "", description);

    /// <summary>The option.</summary>
    public Option<bool> Option { get; } = new(name) { Description = description };

    /// <summary>The variable that says the same.</summary>
    public string Variable => _setting.Variable;

    /// <summary>Whether it is on.</summary>
    /// <param name="result">The command line.</param>
    public bool Read(ParseResult result)
    {
        if (result.GetValue(Option))
            return true;
        return Environment.GetEnvironmentVariable(Variable) switch
        {
            null or "" or "0" or "false" => false,
            "1" or "true" => true,
            var other => throw new InputException($"{Variable} must be true or false, not '{other}'"),
        };
    }
}
