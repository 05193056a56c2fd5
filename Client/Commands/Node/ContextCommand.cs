using System.CommandLine;
using ControlPlane.Client.Hosting;
using ControlPlane.Client.Inputs;
using ControlPlane.Client.Node.Contexts;
using ControlPlane.Client.Output;

namespace ControlPlane.Client.Commands.Node;

/// <summary><c>context list, show, use, add, remove</c>: nodes and keys under names.</summary>
internal static class ContextCommand
{
    /// <summary>Defines the group.</summary>
    /// <param name="services">What its commands work with.</param>
    public static CliCommand Create(CliServices services) =>
        new("context", "Keep nodes and keys under names, and say which one is meant.")
        {
            Section = CommandSection.Live,
            Details =
            [
                "Commands speak with the node of --node, else of CONTROLPLANE_NODE, else of --context, else of CONTROLPLANE_CONTEXT, else of the current context, else with the one on "
                + "this machine. The key of a context goes to its node only, and a node that is from a context gets this key or --key, never CONTROLPLANE_KEY. They are kept in controlplane/contexts.json in the user's folder for configuration, for the user alone.",
            ],
            Examples =
            [
                ("a node with the key that a file has", "controlplane context add lab --node https://lab.example:8443 --key-file lab.key"),
                ("speak with it from now on", "controlplane context use lab"),
                ("speak with another one, this once", "controlplane sites --context home"),
            ],
            Subcommands = { List(services), Show(services), Use(services), Add(services), Remove(services) },
        };

    private static CliCommand List(CliServices services) => Prints(
        services, new CliCommand("list", "List the contexts.") { Section = CommandSection.Live, Examples = [("all of them", "controlplane context list")] },
        _ => ContextTables.Of(services.Contexts.Read()));

    private static CliCommand Show(CliServices services)
    {
        var node = new NodeInput();
        var command = new CliCommand("show", "Show with which node commands speak, and with which key.")
        {
            Section = CommandSection.Live,
            Examples = [("now", "controlplane context show"), ("with an option", "controlplane context show --context lab")],
        };
        command.AddGroup("Node", node.All);
        return Prints(services, command, result => ContextTables.Target(node.Read(result, services.Contexts), services.Contexts.Read().Current));
    }

    private static CliCommand Use(CliServices services)
    {
        var name = Name(services);
        var command = new CliCommand("use", "Let commands speak with the node of a context from now on.")
        {
            Section = CommandSection.Live,
            Examples = [("a context", "controlplane context use lab")],
        };
        command.Add(name);
        return Changes(services, command, (result, contexts) => contexts with { Current = contexts.Find(result.GetRequiredValue(name), "NAME").Name });
    }

    private static CliCommand Add(CliServices services)
    {
        var input = new ContextInput();
        var command = new CliCommand("add", "Add a context, or give one another key; the first one is the current one.")
        {
            Section = CommandSection.Live,
            Examples =
            [
                ("without a key", "controlplane context add home --node http://127.0.0.1:8080"),
                ("with a key that is never on the command line", "pass lab-key | controlplane context add lab --node https://lab.example:8443 --key-from-stdin"),
            ],
        };
        command.Add(input.Name);
        command.AddGroup("Context", input.All);
        return Changes(services, command, (result, contexts) => contexts.With(input.Read(result, services.Terminal.In)));
    }

    private static CliCommand Remove(CliServices services)
    {
        var name = Name(services);
        var command = new CliCommand("remove", "Remove a context and its key from this machine; the node still knows the key.")
        {
            Section = CommandSection.Live,
            Examples = [("a context", "controlplane context remove lab")],
        };
        command.Add(name);
        return Changes(services, command, (result, contexts) => contexts.Without(contexts.Find(result.GetRequiredValue(name), "NAME").Name));
    }

    private static Argument<string> Name(CliServices services)
    {
        var name = new Argument<string>("NAME") { Description = "Name of the context." };
        name.CompletionSources.Add(_ => services.Contexts.Read().All.Select(c => c.Name));
        return name;
    }

    private static CliCommand Changes(CliServices services, CliCommand command, Func<ParseResult, NodeContexts, NodeContexts> change) => Prints(services, command, result =>
    {
        var changed = change(result, services.Contexts.Read());
        services.Contexts.Write(changed);
        return ContextTables.Of(changed);
    });

    private static CliCommand Prints(CliServices services, CliCommand command, Func<ParseResult, Document> document)
    {
        var output = new OutputInput();
        command.AddGroup("Output", output.Printing);
        command.SetAction(result =>
        {
            var format = output.Format(result);
            new DocumentWriter(services.Terminal, format).Write(document(result));
            return ExitCode.Success;
        });
        return command;
    }
}
