namespace ControlPlane.Fleet.Control;

/// <summary>What an agent can be told to do.</summary>
public enum AgentOrderKind
{
    /// <summary>Run a job.</summary>
    Start,

    /// <summary>Stop a job.</summary>
    Stop,
}
