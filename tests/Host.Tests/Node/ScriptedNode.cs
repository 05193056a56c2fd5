using ControlPlane.Client.Node;
using ControlPlane.Fleet.Control;

namespace ControlPlane.Host.Tests.Node;

/// <summary>A node whose answers a test chooses; waits of beats are cut short.</summary>
internal sealed class ScriptedNode(double leaseS) : INodeAgents
{
    private readonly Lock _gate = new();
    private readonly List<AgentBeat> _beats = [];
    private long _epoch;

    /// <summary>Answers a beat; null: one without tasks.</summary>
    public Func<AgentBeat, AgentOrders>? Answer { get; set; }

    /// <summary>Answers a registration before it counts; throws to refuse.</summary>
    public Action<int>? OnRegister { get; set; }

    public int Registrations { get; private set; }

    public IReadOnlyList<AgentBeat> Beats
    {
        get
        {
            lock (_gate)
                return [.. _beats];
        }
    }

    public Task<AgentSession> Register(AgentHello hello, TimeSpan limit, CancellationToken cancellation)
    {
        Registrations++;
        OnRegister?.Invoke(Registrations);
        return Task.FromResult(new AgentSession(hello.Site, ++_epoch, leaseS));
    }

    public async Task<AgentOrders> Beat(AgentBeat beat, TimeSpan limit, CancellationToken cancellation)
    {
        lock (_gate)
            _beats.Add(beat);
        var answer = Answer?.Invoke(beat) ?? new AgentOrders(1, beat.KnownVersion == 1 ? null : [], beat.Reports.Count == 0 ? 0 : beat.Reports.Max(r => r.Number));
        if (answer.Tasks is null)
            await Task.Delay(TimeSpan.FromSeconds(Math.Min(beat.WaitS, 0.02)), cancellation);
        return answer;
    }
}
