namespace ControlPlane.Silo.Embedded.Journal;

/// <summary>Why an operation was not performed.</summary>
public enum RefusalReason
{
    /// <summary>Too many operations wait already.</summary>
    Busy,

    /// <summary>The journal cannot be written at present; the host tries again.</summary>
    Unavailable,

    /// <summary>The host is closing or closed.</summary>
    Closed,

    /// <summary>The host has given up: a person must look at its journal.</summary>
    Failed,
}
