namespace ControlPlane.Grains.Interfaces.Wire;

/// <summary>What can become of a job at a site with an agent.</summary>
[GenerateSerializer, Alias("controlplane.agent-report-kind")]
public enum AgentReportCode
{
    /// <summary>It runs.</summary>
    Started = 0,

    /// <summary>It still runs.</summary>
    Progress = 1,

    /// <summary>It is done.</summary>
    Finished = 2,

    /// <summary>It ended without being done.</summary>
    Failed = 3,

    /// <summary>It was stopped because it is no longer a task.</summary>
    Stopped = 4,
}
