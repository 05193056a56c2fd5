using ControlPlane.Client.Hosting;
using ControlPlane.Client.Inputs;
using ControlPlane.Client.Node;
using ControlPlane.Client.Node.Agents;
using ControlPlane.Client.Output;
using ControlPlane.Client.Progress;
using ControlPlane.Fleet.Control;

namespace ControlPlane.Client.Commands.Node;

/// <summary><c>agent</c>: simulated sites for a node.</summary>
internal static class AgentCommand
{
    private static readonly TimeSpan Period = TimeSpan.FromMilliseconds(500);

    /// <summary>Defines the command.</summary>
    /// <param name="services">What it works with.</param>
    public static CliCommand Create(CliServices services)
    {
        var command = new CliCommand("agent", "Be the agent of sites of a node: run their jobs, by the clock only.")
        {
            Section = CommandSection.Live,
            Details =
            [
                "A job lasts as long as the node expects it to, divided by --speed; nothing is computed. One process can serve all sites of a fleet.",
                "An agent registers and beats at least each third of its lease. One that has lost its node stops all jobs when the lease is over, and registers again. Ctrl-C stops "
                + "the jobs, tells the node that the sites have no GPUs left, and prints what was done.",
                "A key with the role of an agent may not list the node's sites: give --site and --gpus with it.",
                "Two agents for a site must have different --name: an agent that comes back under the same name takes the site over at once.",
            ],
            Examples =
            [
                ("all sites of the node on this machine, sixty times as fast", "controlplane agent --all --speed 60"),
                ("one site; a tenth of its runs fails", "controlplane agent --site us-east --fail 0.1"),
                ("a minute, then the numbers", "controlplane agent --all --speed 600 --for 1m --json -q"),
            ],
        };
        var agents = new AgentInput();
        var node = new NodeInput();
        var output = new OutputInput();
        command.AddGroup("Sites and jobs", agents.All);
        command.AddGroup("Node", node.All);
        command.AddGroup("Output", output.Printing);
        command.SetAction(result =>
        {
            var writer = new DocumentWriter(services.Terminal, output.Format(result));
            var request = agents.Read(result);
            using var client = node.Connect(result, services, output.IsQuiet(result));
            writer.Write(Run(request, client, services, output.IsQuiet(result)));
            return ExitCode.Success;
        });
        return command;
    }

    private static Document Run(AgentRequest request, NodeClient client, CliServices services, bool isQuiet)
    {
        var hellos = Hellos(request, client, services.Cancellation).GetAwaiter().GetResult();
        Action<string> warn = isQuiet ? _ => { } : text => Failures.WriteWarning(services.Terminal, text);
        List<SiteAgent> agents = [.. hellos.Select(h => new SiteAgent(new AgentCore(h.Site, request.Settings), client, h, client.Target.GiveUp, TimeProvider.System, warn))];
        List<AgentCore> cores = [.. agents.Select(a => a.Core)];
        using var end = CancellationTokenSource.CreateLinkedTokenSource(services.Cancellation);
        if (request.Lasts is { } lasts)
            end.CancelAfter(lasts);
        return StatusLine.For(services.Terminal, isQuiet).Show(request.Name, tell =>
        {
            new AgentFleet(agents).Run(() => tell(AgentTables.Line(cores)), Period, TimeProvider.System, end.Token).GetAwaiter().GetResult();
            return AgentTables.Report(cores);
        });
    }

    private static async Task<IReadOnlyList<AgentHello>> Hellos(AgentRequest request, NodeClient client, CancellationToken cancellation)
    {
        // A key of an agent may not list sites: with --gpus there is no need to.
        if (request is { Sites.Count: > 0, Gpus: { } gpus })
            return [.. request.Sites.Select(s => new AgentHello(s, request.Name, gpus))];
        var known = await Sites(client, cancellation).ConfigureAwait(false);
        if (request.Sites.FirstOrDefault(s => known.All(k => k.Name != s)) is { } unknown)
            throw new InputException($"--site: the node has no site '{unknown}'{Nearest.Hint(unknown, known.Select(k => k.Name))}");
        return [.. known.Where(k => request.Sites.Count == 0 || request.Sites.Contains(k.Name)).Select(k => new AgentHello(k.Name, request.Name, request.Gpus ?? k.Gpus))];
    }

    private static async Task<IReadOnlyList<SiteView>> Sites(NodeClient client, CancellationToken cancellation)
    {
        try
        {
            return await client.Sites(cancellation).ConfigureAwait(false);
        }
        catch (NodeRefusedException refused) when (refused.Status == 403)
        {
            throw new InputException("--gpus: the key may not ask the node for its sites: name them (--site) and say how many GPUs each has, such as --site us-east --gpus 32");
        }
    }
}
