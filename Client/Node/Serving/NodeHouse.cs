using ControlPlane.Client.Node.Agents;
using ControlPlane.Client.Progress;

namespace ControlPlane.Client.Node.Serving;

/// <summary>A node and the agents of all its sites, until they are told to end: then first the agents, which give their jobs back, and after them the node.</summary>
/// <param name="supervisor">Keeps the node running.</param>
/// <param name="settings">How agents run jobs; null for no agents.</param>
/// <param name="voice">Says what happens.</param>
/// <param name="bar">Says how things are.</param>
/// <param name="time">The clock.</param>
internal sealed class NodeHouse(NodeSupervisor supervisor, AgentSettings? settings, ServeVoice voice, StatusBar bar, TimeProvider time)
{
    private static readonly TimeSpan Period = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan GiveUp = TimeSpan.FromMinutes(1);

    /// <summary>Runs them.</summary>
    /// <param name="cancellation">Ends them.</param>
    /// <returns>Whether the node ended as it was asked to.</returns>
    /// <exception cref="NodeFailedException">The node does not run.</exception>
    public async Task<bool> Run(CancellationToken cancellation)
    {
        var ready = await supervisor.Start(cancellation).ConfigureAwait(false);
        using var end = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var agents = settings is null ? Task.CompletedTask : RunAgents(ready.Address, settings, end.Token);
        var node = supervisor.KeepRunning(end.Token);
        bool endedAsAsked;
        try
        {
            // The agents alone end only when they cannot go on.
            await (settings is null ? node : await Task.WhenAny(node, agents).ConfigureAwait(false)).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            // The way in which it ends.
        }
        finally
        {
            await end.CancelAsync().ConfigureAwait(false);
            await Task.WhenAll(agents, node).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            bar.End();
            endedAsAsked = await supervisor.End().ConfigureAwait(false);
        }

        return endedAsAsked;
    }

    private async Task RunAgents(Uri address, AgentSettings running, CancellationToken cancellation)
    {
        using var client = new NodeClient(new NodeTarget(address, Key: null, GiveUp), time, _ => { });
        var sites = await client.Sites(cancellation).ConfigureAwait(false);
        // The supervisor says it when the node is away; agents find out about it one by one.
        List<SiteAgent> agents =
            [.. sites.Select(s => new SiteAgent(new AgentCore(s.Name, running), client, new(s.Name, Environment.MachineName, s.Gpus), GiveUp, time, _ => { }))];
        List<AgentCore> cores = [.. agents.Select(a => a.Core)];
        var isTold = false;
        await new AgentFleet(agents).Run(Tick, Period, time, cancellation).ConfigureAwait(false);

        void Tick()
        {
            // Jobs that come before all sites are there would go to the first ones.
            if (!isTold && cores.TrueForAll(c => c.HasSession))
            {
                isTold = true;
                voice.Agents(agents.Count, running.Speed);
            }

            bar.Show(AgentTables.Line(cores));
        }
    }
}
