using ControlPlane.Fleet.Control;

namespace ControlPlane.Client.Node;

/// <summary>What a site's agent asks of a node, one try a call.</summary>
internal interface INodeAgents
{
    /// <summary>Begins a session.</summary>
    /// <param name="hello">Who it is.</param>
    /// <param name="limit">How long the call may take.</param>
    /// <param name="cancellation">Ends it.</param>
    /// <exception cref="NodeRefusedException">The node does not do it.</exception>
    /// <exception cref="NodeUnreachableException">There was no answer.</exception>
    Task<AgentSession> Register(AgentHello hello, TimeSpan limit, CancellationToken cancellation);

    /// <summary>Says that the agent lives and what became of its jobs.</summary>
    /// <param name="beat">What it says.</param>
    /// <param name="limit">How long the call may take, waiting included.</param>
    /// <param name="cancellation">Ends it.</param>
    /// <exception cref="NodeRefusedException">409: the session is over.</exception>
    /// <exception cref="NodeUnreachableException">There was no answer.</exception>
    Task<AgentOrders> Beat(AgentBeat beat, TimeSpan limit, CancellationToken cancellation);
}
