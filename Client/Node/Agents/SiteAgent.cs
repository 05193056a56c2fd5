using ControlPlane.Fleet.Control;

namespace ControlPlane.Client.Node.Agents;

/// <summary>Carries an agent between a node and the clock: registers, beats, begins anew when the session is over.</summary>
/// <param name="core">The agent.</param>
/// <param name="node">The node.</param>
/// <param name="hello">How it introduces itself.</param>
/// <param name="giveUp">How long the first session is tried for; one that had a session never gives up.</param>
/// <param name="time">The clock.</param>
/// <param name="tell">Told what a person should know.</param>
internal sealed class SiteAgent(AgentCore core, INodeAgents node, AgentHello hello, TimeSpan giveUp, TimeProvider time, Action<string> tell)
{
    // A host that answers at once all the time is not asked more often.
    private static readonly TimeSpan LeastBetweenBeats = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan RegisterLimit = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan LeaveLimit = TimeSpan.FromSeconds(2);
    private const double WayS = 2;
    private readonly long _start = time.GetTimestamp();
    private int _failures;

    /// <summary>The agent.</summary>
    public AgentCore Core => core;

    private double NowS => time.GetElapsedTime(_start).TotalSeconds;

    /// <summary>Runs until cancelled, then leaves: its tasks are stopped and the node is told so.</summary>
    /// <param name="cancellation">Ends it.</param>
    /// <exception cref="NodeRefusedException">The node does not know the site, or the key may not speak for it.</exception>
    /// <exception cref="NodeUnreachableException">There was no node from the beginning.</exception>
    public async Task Run(CancellationToken cancellation)
    {
        try
        {
            while (true)
                await (core.HasSession ? Beat(cancellation) : Register(cancellation)).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            await Leave().ConfigureAwait(false);
        }
    }

    private async Task Register(CancellationToken cancellation)
    {
        var sentS = NowS;
        try
        {
            core.Begin(await node.Register(hello, RegisterLimit, cancellation).ConfigureAwait(false), sentS);
            _failures = 0;
        }
        catch (Exception e) when (IsPassing(e) || e is NodeRefusedException { Status: 409 })
        {
            var wait = NodeCalls.Pause(_failures++, (e as NodeRefusedException)?.RetryAfter);
            // Another agent's session ends some time; a node that never answered may not exist.
            if (IsPassing(e) && core.Tally.Sessions == 0 && NowS + wait.TotalSeconds > giveUp.TotalSeconds)
                throw new NodeUnreachableException($"{e.Message}; gave up after {giveUp.TotalSeconds:0.#} s (--give-up)");
            if (_failures == 1)
                tell($"{hello.Site}: {e.Message}; trying again");
            await Task.Delay(wait, time, cancellation).ConfigureAwait(false);
        }
    }

    private async Task Beat(CancellationToken cancellation)
    {
        var sentS = NowS;
        core.Advance(sentS);
        if (!core.HasSession)
        {
            tell($"{hello.Site}: the lease is over without an answer; all its tasks are stopped");
            return;
        }

        var beat = core.Beat(sentS);
        try
        {
            // Not beyond the lease: it has to end on time also while a beat has no answer.
            var limitS = Math.Min(beat.WaitS + Math.Max(WayS, core.LeaseS / 3), core.LeaseEndS - sentS);
            var orders = await node.Beat(beat, TimeSpan.FromSeconds(limitS), cancellation).ConfigureAwait(false);
            core.Take(orders, sentS, NowS);
            _failures = 0;
        }
        catch (NodeRefusedException e) when (e.Status == 409)
        {
            core.End();
            tell($"{hello.Site}: {e.Message}");
        }
        catch (Exception e) when (IsPassing(e))
        {
            if (_failures == 0)
                tell($"{hello.Site}: {e.Message}; trying again");
            await Wait(NodeCalls.Pause(_failures++, (e as NodeRefusedException)?.RetryAfter), cancellation).ConfigureAwait(false);
        }

        await Wait(LeastBetweenBeats - TimeSpan.FromSeconds(NowS - sentS), cancellation).ConfigureAwait(false);
    }

    // At most to the end of the lease, which must not be missed.
    private Task Wait(TimeSpan wait, CancellationToken cancellation)
    {
        var left = TimeSpan.FromSeconds(Math.Max(0, core.LeaseEndS - NowS));
        wait = core.HasSession && left < wait ? left : wait;
        return wait > TimeSpan.Zero ? Task.Delay(wait, time, cancellation) : Task.CompletedTask;
    }

    private async Task Leave()
    {
        var nowS = NowS;
        core.Advance(nowS);
        if (!core.HasSession)
            return;
        try
        {
            await node.Beat(core.Leave(nowS), LeaveLimit, CancellationToken.None).ConfigureAwait(false);
        }
        catch (Exception e) when (e is NodeRefusedException or NodeUnreachableException)
        {
            // The lease ends by itself.
        }

        core.End();
    }

    private static bool IsPassing(Exception failure) => NodeCalls.IsPassing(failure) || failure is NodeRefusedException { Status: >= 500 };
}
