namespace ControlPlane.Client.Node.Agents;

/// <summary>What a site's agent has done.</summary>
/// <param name="Sessions">Sessions begun.</param>
/// <param name="Started">Tasks started.</param>
/// <param name="Finished">Tasks done.</param>
/// <param name="Failed">Tasks that failed.</param>
/// <param name="Stopped">Tasks stopped before their end: withdrawn, moved, or the session was over.</param>
internal sealed record AgentTally(long Sessions = 0, long Started = 0, long Finished = 0, long Failed = 0, long Stopped = 0);
