namespace ControlPlane.Client.Node.Agents;

/// <summary>The agents of several sites in one process.</summary>
/// <param name="agents">The agents.</param>
internal sealed class AgentFleet(IReadOnlyList<SiteAgent> agents)
{
    /// <summary>Runs all until cancelled, or until one cannot go on.</summary>
    /// <param name="tick">Called now and then.</param>
    /// <param name="period">How often.</param>
    /// <param name="time">The clock.</param>
    /// <param name="cancellation">Ends them.</param>
    public async Task Run(Action tick, TimeSpan period, TimeProvider time, CancellationToken cancellation)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        List<Task> running = [.. agents.Select(a => Task.Run(() => RunOne(a, end), CancellationToken.None))];
        var all = Task.WhenAll(running);
        while (!all.IsCompleted)
        {
            await Task.WhenAny(all, Task.Delay(period, time, CancellationToken.None)).ConfigureAwait(false);
            tick();
        }

        await all.ConfigureAwait(false);
    }

    private static async Task RunOne(SiteAgent agent, CancellationTokenSource end)
    {
        try
        {
            await agent.Run(end.Token).ConfigureAwait(false);
        }
        catch
        {
            await end.CancelAsync().ConfigureAwait(false);
            throw;
        }
    }
}
