namespace ControlPlane.Grains.Tests.Faults;

/// <summary>What a storage does to a write.</summary>
internal enum StorageFault
{
    None,

    /// <summary>It fails and writes nothing.</summary>
    Before,

    /// <summary>It writes and fails all the same.</summary>
    After,

    /// <summary>It says that somebody else has written, and writes nothing.</summary>
    Conflict,

    /// <summary>It fails, and the write arrives later, if its ETag still holds then.</summary>
    Late,
}
