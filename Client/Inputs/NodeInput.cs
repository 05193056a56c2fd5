using System.CommandLine;
using ControlPlane.Client.Hosting;
using ControlPlane.Client.Node;

namespace ControlPlane.Client.Inputs;

/// <summary>The options that say which node, and how to reach it.</summary>
internal sealed class NodeInput
{
    private const string NodeVariable = "CONTROLPLANE_NODE";
    private const string KeyVariable = "CONTROLPLANE_KEY";
    private const string Nearby = "http://127.0.0.1:8080";
    private const double DefaultGiveUpS = 30;

    /// <summary>Where it listens.</summary>
    public Option<string?> Node { get; } = new("--node") { HelpName = "URL", Description = $"Address of the node's HTTP API (default: {NodeVariable}, else {Nearby})." };

    /// <summary>Who asks.</summary>
    public Option<string?> Key { get; } = new("--key") { HelpName = "KEY", Description = $"The key, cp_... (default: {KeyVariable}, else none; other users of the machine can see options, not variables)." };

    /// <summary>How long to try.</summary>
    public Option<double?> GiveUp { get; } = TimeInput.Option("--give-up", 0.1, 86_400, "How long a call without an answer is repeated (default: 30s).");

    /// <summary>All of them.</summary>
    public IReadOnlyList<Option> All => [Node, Key, GiveUp];

    /// <summary>The node asked for.</summary>
    /// <param name="result">The command line.</param>
    /// <exception cref="InputException">The address or the key is wrong.</exception>
    public NodeTarget Read(ParseResult result) => new(ReadAddress(result), ReadKey(result), TimeSpan.FromSeconds(result.GetValue(GiveUp) ?? DefaultGiveUpS));

    /// <summary>A client of the node asked for, which warns on stderr when it has to repeat a call.</summary>
    /// <param name="result">The command line.</param>
    /// <param name="services">Where to warn.</param>
    /// <param name="isQuiet">Whether it does not.</param>
    public NodeClient Connect(ParseResult result, CliServices services, bool isQuiet) =>
        new(Read(result), TimeProvider.System, isQuiet ? _ => { } : text => Failures.WriteWarning(services.Terminal, text));

    private Uri ReadAddress(ParseResult result)
    {
        var given = result.GetValue(Node);
        var text = given ?? (Environment.GetEnvironmentVariable(NodeVariable) is { Length: > 0 } variable ? variable : Nearby);
        return Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is "http" or "https" && address.PathAndQuery == "/"
            ? address
            : throw new InputException($"{(given is null ? NodeVariable : Node.Name)} must be an address such as {Nearby}, not '{text}'");
    }

    private string? ReadKey(ParseResult result)
    {
        var given = result.GetValue(Key);
        var text = given ?? Environment.GetEnvironmentVariable(KeyVariable);
        if (string.IsNullOrEmpty(text))
            return null;
        // The key itself is not shown: errors end up in logs.
        return text.All(c => c is > ' ' and <= '~') ? text : throw new InputException($"{(given is null ? KeyVariable : Key.Name)} must have no blanks and only ASCII characters");
    }
}
