using System.Net;

namespace ControlPlane.Silo;

/// <summary>Everything that tells one silo from another.</summary>
public sealed record SiloSettings
{
    /// <summary>The region, which is the cluster: silos of one region find each other, those of different regions do not.</summary>
    public string Region { get; init; } = "local";

    /// <summary>Where other silos and clients reach this one.</summary>
    public IPAddress Address { get; init; } = IPAddress.Loopback;

    /// <summary>TCP port for other silos, 1 to 65535.</summary>
    public int SiloPort { get; init; } = 11111;

    /// <summary>TCP port for clients, 1 to 65535.</summary>
    public int GatewayPort { get; init; } = 30000;

    /// <summary>Where state is kept.</summary>
    public StorageKind Storage { get; init; } = StorageKind.Memory;

    /// <summary>Connection string of the region's database; needed with <see cref="StorageKind.Postgres"/>.</summary>
    public string? ConnectionString { get; init; }

    /// <summary>With <see cref="StorageKind.Memory"/>: the silo that keeps the membership of the development cluster; null if this is the one.</summary>
    public IPEndPoint? Join { get; init; }

    /// <summary>How soon a lost silo is taken for dead.</summary>
    public FailureDetection FailureDetection { get; init; } = FailureDetection.Safe;

    /// <summary>
    /// A grain call that has not been answered within this ends with a time-out: its outcome is unknown. Every call of the control plane may be repeated, so that a
    /// short one costs little; a call to a silo that was lost waits for it.
    /// </summary>
    public TimeSpan ResponseTimeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>How long grains may take to finish when the silo is asked to stop.</summary>
    public TimeSpan DrainTimeout { get; init; } = TimeSpan.FromSeconds(30);
}
