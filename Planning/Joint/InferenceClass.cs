namespace ControlPlane.Planning.Joint;

/// <summary>Inference of one service and origin: in every slot a demand that is spread over the sites that are near enough.</summary>
public sealed record InferenceClass
{
    /// <summary>What the class is called.</summary>
    public required string Name { get; init; }

    /// <summary>The site where its requests arise, by index.</summary>
    public required int Origin { get; init; }

    /// <summary>GPUs that all of the demand would keep busy, in each slot, ≥ 0.</summary>
    public required IReadOnlyList<double> DemandGpus { get; init; }

    /// <summary>Latency from the origin to each site, ms, ≥ 0.</summary>
    public required IReadOnlyList<double> LatencyMs { get; init; }

    /// <summary>The most latency allowed, ms, ≥ 0.</summary>
    public required double LatencyLimitMs { get; init; }

    /// <summary>What a GPU-hour earns, USD, ≥ 0.</summary>
    public required double RevenueUsdPerGpuH { get; init; }

    /// <summary>What a GPU-hour that is not served costs, USD, ≥ 0.</summary>
    public double UnservedUsdPerGpuH { get; init; }

    /// <summary>Least part of the demand to be served in each slot, in [0, 1].</summary>
    public double MinServedShare { get; init; }

    /// <summary>Part of a site's power per GPU that it draws, in [0, 10].</summary>
    public double PowerShare { get; init; } = 1;

    /// <summary>The sites that are near enough, by index.</summary>
    public IEnumerable<int> Sites => Enumerable.Range(0, LatencyMs.Count).Where(site => LatencyMs[site] <= LatencyLimitMs);

    internal string? Complain(JointInstance instance) =>
        (Origin >= 0 && Origin < instance.Sites.Count ? null : $"origin: {Origin} must lie in 0 to {instance.Sites.Count - 1}")
        ?? JointSite.Series("demand", DemandGpus, instance.Slots, 0, 1e9)
        ?? (LatencyMs.Count == instance.Sites.Count ? null : $"latency: {LatencyMs.Count} values for {instance.Sites.Count} sites")
        ?? (LatencyMs.All(ms => ms >= 0) ? null : "latency: it must be at least 0 ms")
        ?? (LatencyLimitMs >= 0 ? null : $"latency limit: {LatencyLimitMs} ms must be at least 0")
        ?? JointSite.Number("revenue", RevenueUsdPerGpuH, 0, 1e6)
        ?? JointSite.Number("unserved cost", UnservedUsdPerGpuH, 0, 1e6)
        ?? JointSite.Number("least share", MinServedShare, 0, 1)
        ?? JointSite.Number("power share", PowerShare, 0, 10);
}
