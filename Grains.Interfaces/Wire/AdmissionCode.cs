namespace ControlPlane.Grains.Interfaces.Wire;

/// <summary>What became of a job that reached a data centre. The numbers never change.</summary>
[GenerateSerializer, Alias("controlplane.admission-code")]
public enum AdmissionCode
{
    /// <summary>It runs.</summary>
    Started = 0,

    /// <summary>It waits in the queue.</summary>
    Queued = 1,

    /// <summary>The site does not take it.</summary>
    Refused = 2,
}
