using System.CommandLine;
using ControlPlane.Client.Hosting;
using ControlPlane.Client.Node.Contexts;

namespace ControlPlane.Client.Inputs;

/// <summary>The argument and options that say what a context is.</summary>
internal sealed class ContextInput
{
    private readonly Option<string> _node = new("--node") { HelpName = "URL", Description = $"Address of the node's HTTP API, such as {NodeAddress.Nearby}.", Required = true };
    private readonly Option<bool> _stdin = new("--key-from-stdin") { Description = "The key is the first line of stdin." };
    private readonly Option<string?> _file = new("--key-file") { HelpName = "FILE", Description = "The key is the first line of this file." };

    /// <summary>Its name.</summary>
    public Argument<string> Name { get; } = new("NAME") { Description = $"Its name: {NodeContext.AllowedName}." };

    /// <summary>The options.</summary>
    public IReadOnlyList<Option> All => [_node, _stdin, _file];

    /// <summary>The context asked for.</summary>
    /// <param name="result">The command line.</param>
    /// <param name="stdin">Where a key may be read.</param>
    /// <exception cref="InputException">Something is wrong.</exception>
    public NodeContext Read(ParseResult result, Func<TextReader> stdin)
    {
        var name = result.GetRequiredValue(Name);
        if (!NodeContext.IsName(name))
            throw new InputException($"NAME must have {NodeContext.AllowedName}, not '{name}'");
        var (fromStdin, file) = (result.GetValue(_stdin), result.GetValue(_file));
        if (fromStdin && file is not null)
            throw new InputException($"give {_stdin.Name} or {_file.Name}, not both");
        var address = NodeAddress.Read(result.GetRequiredValue(_node), _node.Name);
        var key = fromStdin ? NodeInput.ReadKey(stdin().ReadLine() ?? "", _stdin.Name) : file is null ? null : NodeInput.ReadKey(FirstLine(file), _file.Name);
        return new NodeContext(name, address, key);
    }

    private string FirstLine(string file)
    {
        try
        {
            return File.ReadLines(file).FirstOrDefault() ?? "";
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new InputException($"{_file.Name}: {file} cannot be read: {e.Message}");
        }
    }
}
