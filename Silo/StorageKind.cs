namespace ControlPlane.Silo;

/// <summary>Where a silo keeps membership, reminders and what grains remember.</summary>
public enum StorageKind
{
    /// <summary>In the memory of the cluster: for development, gone with it.</summary>
    Memory,

    /// <summary>In a PostgreSQL database, one for each region.</summary>
    Postgres,
}
