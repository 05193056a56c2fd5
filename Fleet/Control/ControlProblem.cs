namespace ControlPlane.Fleet.Control;

/// <summary>Why a host refuses an operation.</summary>
public enum ControlProblem
{
    /// <summary>Something that the caller gave is out of range or unknown.</summary>
    Invalid,

    /// <summary>What it speaks of does not exist.</summary>
    NotFound,

    /// <summary>It is not as the caller expected: another version, another job under this id, a session that is over.</summary>
    Conflict,

    /// <summary>The host has as much as it can take, or a tenant as much as it may have.</summary>
    Busy,

    /// <summary>The host cannot make anything durable now. What was under way has an unknown outcome.</summary>
    Unavailable,

    /// <summary>Hosts of this kind do not offer it; asking again does not help.</summary>
    Unsupported,
}
