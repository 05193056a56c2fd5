using System.CommandLine;

namespace ControlPlane.Silo.Hosting;

/// <summary>A setting that is on or off: an option without a value, or an environment variable <c>true</c> or <c>false</c>.</summary>
/// <param name="name">The option, with its dashes.</param>
/// <param name="description">What it does, one line.</param>
internal sealed class Switch(string name, string description) : IInput
{
    private readonly Setting _setting = new(name, "", description);
    private readonly Option<bool> _option = new(name) { Description = description };

    /// <inheritdoc/>
    public Option Option => _option;

    /// <inheritdoc/>
    public string Variable => _setting.Variable;

    /// <inheritdoc/>
    public string? OnlyFor { get; init; }

    /// <inheritdoc/>
    public string? GivenAs(ParseResult result)
    {
        if (!Read(result))
            return null;
        return result.GetValue(_option) ? name : Variable;
    }

    /// <summary>Whether it is on.</summary>
    /// <param name="result">The command line.</param>
    public bool Read(ParseResult result)
    {
        if (result.GetValue(_option))
            return true;
        return Environment.GetEnvironmentVariable(Variable) switch
        {
            null or "" or "0" or "false" => false,
            "1" or "true" => true,
            var other => throw new InputException($"{Variable} must be true or false, not '{other}'"),
        };
    }
}
