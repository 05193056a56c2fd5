using System.CommandLine;
using ControlPlane.Client.Hosting;
using ControlPlane.Client.Node;
using ControlPlane.Client.Node.Contexts;

namespace ControlPlane.Client.Inputs;

/// <summary>The options that say which node, and how to reach it: options win over variables, and those over the user's contexts.</summary>
internal sealed class NodeInput
{
    private const string NodeVariable = "CONTROLPLANE_NODE";
    private const string KeyVariable = "CONTROLPLANE_KEY";
    private const string ContextVariable = "CONTROLPLANE_CONTEXT";
    private const double DefaultGiveUpS = 30;

    /// <summary>Where it listens.</summary>
    public Option<string?> Node { get; } =
        new("--node") { HelpName = "URL", Description = $"Address of the node's HTTP API (default: {NodeVariable}, else the context's, else {NodeAddress.Nearby})." };

    /// <summary>Who asks.</summary>
    public Option<string?> Key { get; } = new("--key")
    {
        HelpName = "KEY",
        Description = $"The key, cp_... (default: for the node of a context its own alone, else {KeyVariable}; other users of the machine can see options).",
    };

    /// <summary>A node by name.</summary>
    public Option<string?> Context { get; } =
        new("--context") { HelpName = "NAME", Description = $"A node and key by name, from 'controlplane context' (default: {ContextVariable}, else the current one)." };

    /// <summary>How long to try.</summary>
    public Option<double?> GiveUp { get; } = TimeInput.Option("--give-up", 0.1, 86_400, "How long a call without an answer is repeated (default: 30s).");

    /// <summary>All of them.</summary>
    public IReadOnlyList<Option> All => [Node, Key, Context, GiveUp];

    /// <summary>The node asked for.</summary>
    /// <param name="result">The command line.</param>
    /// <param name="contexts">The user's contexts.</param>
    /// <exception cref="InputException">The address, the key or the context is wrong.</exception>
    public NodeTarget Read(ParseResult result, ContextFile contexts)
    {
        var giveUp = TimeSpan.FromSeconds(result.GetValue(GiveUp) ?? DefaultGiveUpS);
        var address = Given(result, Node, NodeVariable) is { } node ? NodeAddress.Read(node.Text, node.Source) : null;
        var key = result.GetValue(Key) is { } own ? ReadKey(own, Key.Name) : null;
        // With both from elsewhere a file of contexts does not matter, whatever state it is in.
        var isNamed = result.GetValue(Context) is not null;
        var context = isNamed || address is null || (key ?? Variable(KeyVariable)) is null ? ReadContext(result, contexts.Read()) : null;
        if (result.GetValue(Context) is { } name && address is not null && address != context!.Node)
            throw new InputException($"{Context.Name} {name} is {context.Node}, but {Given(result, Node, NodeVariable)!.Value.Source} says {address}: give one of them");
        // The variable's key was meant for another node than that of a context.
        if (context is not null && (isNamed || address is null))
            return new NodeTarget(context.Node, key ?? context.Key, giveUp);
        address ??= new Uri(NodeAddress.Nearby);
        key ??= Variable(KeyVariable) is { } usual ? ReadKey(usual, KeyVariable) : context?.Node == address ? context.Key : null;
        return new NodeTarget(address, key, giveUp);
    }

    /// <summary>A client of the node asked for, which warns on stderr when it has to repeat a call.</summary>
    /// <param name="result">The command line.</param>
    /// <param name="services">Where to warn.</param>
    /// <param name="isQuiet">Whether it does not.</param>
    public NodeClient Connect(ParseResult result, CliServices services, bool isQuiet) =>
        new(Read(result, services.Contexts), TimeProvider.System, isQuiet ? _ => { } : text => Failures.WriteWarning(services.Terminal, text));

    /// <summary>Checks a key.</summary>
    /// <param name="text">As written.</param>
    /// <param name="source">Where it is from, for messages, which do not show it: errors end up in logs.</param>
    /// <exception cref="InputException">It cannot be one.</exception>
    public static string ReadKey(string text, string source) =>
        text.Length > 0 && text.All(c => c is > ' ' and <= '~') ? text : throw new InputException($"{source} must have no blanks and only ASCII characters");

    private NodeContext? ReadContext(ParseResult result, NodeContexts contexts) =>
        Given(result, Context, ContextVariable) is { } context ? contexts.Find(context.Text, context.Source) : contexts.CurrentOne;

    private static (string Text, string Source)? Given(ParseResult result, Option<string?> option, string variable)
    {
        if (result.GetValue(option) is { } text)
            return (text, option.Name);
        return Variable(variable) is { } value ? (value, variable) : null;
    }

    private static string? Variable(string name) => Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : null;
}
