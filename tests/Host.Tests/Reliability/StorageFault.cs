namespace ControlPlane.Host.Tests.Reliability;

/// <summary>What happens to a write.</summary>
internal enum StorageFault
{
    None,

    /// <summary>It fails and is not stored.</summary>
    Before,

    /// <summary>It is stored and fails.</summary>
    After,

    /// <summary>Another writer was first: it is not stored.</summary>
    Conflict,

    /// <summary>It takes long and succeeds.</summary>
    Stall,

    /// <summary>It takes long and fails; it is stored.</summary>
    StallAndFail,
}
