using ControlPlane.Client.Node;
using ControlPlane.Client.Node.Agents;
using ControlPlane.Fleet.Control;

namespace ControlPlane.Host.Tests.Node;

public sealed class SiteAgentTests
{
    private static readonly AgentTask Long = new("long", 1, 1, 1, 1, 1e6, 100);

    [Fact]
    public async Task An_agent_without_answers_stops_its_jobs_when_the_lease_is_over_and_registers_again()
    {
        var node = new ScriptedNode(leaseS: 2);
        var isSilent = false;
        node.Answer = beat =>
        {
            if (isSilent)
                throw new NodeUnreachableException("gone");
            isSilent = beat.KnownVersion == 1;
            return new AgentOrders(1, beat.KnownVersion == 1 ? null : [Long], 0);
        };
        node.OnRegister = count => isSilent = isSilent && count == 1;
        var core = await Run(node, until: () => node.Registrations > 1 && node.Beats[^1].KnownVersion == 1);
        Assert.Equal(2, core.Tally.Sessions);
        // Once when the lease was over, once when the test ended.
        Assert.Equal((2, 2), (core.Tally.Started, core.Tally.Stopped));
        Assert.True(node.Beats.Count(b => b.Epoch == 1) > 2, "beats are repeated while there is no answer");
    }

    [Fact]
    public async Task A_session_that_is_over_is_begun_anew_with_nothing_running()
    {
        var node = new ScriptedNode(leaseS: 60);
        node.Answer = beat => beat.Epoch == 1 && beat.KnownVersion == 1
            ? throw new NodeRefusedException(409, "session 1 is over")
            : new AgentOrders(1, beat.KnownVersion == 1 ? null : [Long], 0);
        List<string> told = [];
        await Run(node, until: () => node.Beats.Any(b => b.Epoch == 2), told: told);
        var first = node.Beats.First(b => b.Epoch == 2);
        Assert.Equal(0, first.KnownVersion);
        Assert.Empty(first.Reports);
        Assert.Equal("east: session 1 is over", Assert.Single(told));
    }

    [Fact]
    public async Task A_report_is_repeated_until_it_is_confirmed()
    {
        var node = new ScriptedNode(leaseS: 60);
        var answers = 0;
        node.Answer = beat => ++answers switch
        {
            1 => new AgentOrders(1, [Long], 0),
            < 4 => throw new NodeRefusedException(503, "starting", TimeSpan.FromMilliseconds(1)),
            _ => new AgentOrders(1, null, 1),
        };
        await Run(node, until: () => answers > 6);
        Assert.All(node.Beats.Skip(1).Take(3), b => Assert.Equal(AgentReportKind.Started, Assert.Single(b.Reports).Kind));
        Assert.Empty(node.Beats[5].Reports);
    }

    [Fact]
    public async Task The_last_beat_of_an_agent_that_leaves_gives_its_GPUs_back()
    {
        var node = new ScriptedNode(leaseS: 60) { Answer = beat => new AgentOrders(1, beat.KnownVersion == 1 ? null : [Long], 0) };
        var core = await Run(node, until: () => node.Beats.Count > 2);
        Assert.Equal(0, node.Beats[^1].Gpus);
        Assert.Contains(node.Beats[^1].Reports, r => r.Kind == AgentReportKind.Stopped);
        Assert.False(core.HasSession);
    }

    [Fact]
    public async Task An_agent_waits_for_the_end_of_another_ones_session()
    {
        var node = new ScriptedNode(leaseS: 60) { OnRegister = count => _ = count < 3 ? throw new NodeRefusedException(409, "another agent", TimeSpan.FromMilliseconds(1)) : 0 };
        await Run(node, until: () => node.Beats.Count > 0, giveUp: TimeSpan.Zero);
        Assert.Equal(3, node.Registrations);
    }

    [Fact]
    public async Task A_node_that_was_never_there_ends_the_agent()
    {
        var node = new ScriptedNode(leaseS: 60) { OnRegister = _ => throw new NodeUnreachableException("nobody there") };
        var failure = await Assert.ThrowsAsync<NodeUnreachableException>(() => Run(node, until: () => false, giveUp: TimeSpan.FromMilliseconds(150)));
        Assert.Contains("nobody there", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(403)]
    [InlineData(404)]
    public async Task A_site_that_is_not_there_or_not_its_own_ends_the_agent(int status)
    {
        var node = new ScriptedNode(leaseS: 60) { OnRegister = _ => throw new NodeRefusedException(status, "no") };
        var failure = await Assert.ThrowsAsync<NodeRefusedException>(() => Run(node, until: () => false));
        Assert.Equal(status, failure.Status);
    }

    private static async Task<AgentCore> Run(ScriptedNode node, Func<bool> until, TimeSpan? giveUp = null, List<string>? told = null)
    {
        var core = new AgentCore("east", new AgentSettings());
        var agent = new SiteAgent(core, node, new AgentHello("east", "test", 8), giveUp ?? TimeSpan.FromSeconds(30), TimeProvider.System, text => told?.Add(text));
        using var end = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        var running = agent.Run(end.Token);
        while (!running.IsCompleted && !until())
            await Task.Delay(5, CancellationToken.None);
        await end.CancelAsync();
        await running;
        return core;
    }
}
