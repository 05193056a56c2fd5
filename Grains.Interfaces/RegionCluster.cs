namespace ControlPlane.Grains.Interfaces;

/// <summary>What silos and clients of a region must agree on. A region is a cluster: its name is the cluster's.</summary>
public static class RegionCluster
{
    /// <summary>The service, the same in every region: grains find their state again when the cluster is renewed.</summary>
    public const string ServiceId = "controlplane";
}
