namespace ControlPlane.Grains.Interfaces.Wire;

/// <summary>Why a grain refuses an operation.</summary>
[GenerateSerializer, Alias("controlplane.problem")]
public enum ProblemCode
{
    /// <summary>Something is out of range or unknown.</summary>
    Invalid = 0,

    /// <summary>What it speaks of does not exist.</summary>
    NotFound = 1,

    /// <summary>It is not as the caller expected.</summary>
    Conflict = 2,

    /// <summary>There is as much as there may be.</summary>
    Busy = 3,

    /// <summary>Nothing can be made durable now.</summary>
    Unavailable = 4,

    /// <summary>Hosts of this kind do not offer it.</summary>
    Unsupported = 5,
}
