namespace ControlPlane.Fleet.Control;

/// <summary>What can become of a job at a site.</summary>
public enum AgentReportKind
{
    /// <summary>It runs.</summary>
    Started,

    /// <summary>It still runs; so much is done and would survive an interruption.</summary>
    Progress,

    /// <summary>It is done.</summary>
    Finished,

    /// <summary>It ended without being done.</summary>
    Failed,

    /// <summary>It was stopped because it is no longer a task.</summary>
    Stopped,
}
