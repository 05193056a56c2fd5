namespace ControlPlane.Fleet.Generation;

/// <summary>The way from one provider to another.</summary>
/// <param name="RttS">Round-trip time, s, ≥ 0.</param>
/// <param name="ThroughputMbitPerS">Throughput of a connection, Mbit/s, &gt; 0.</param>
/// <param name="UsdPerGb">Price of a gigabyte, USD, ≥ 0.</param>
public readonly record struct TransferLink(double RttS, double ThroughputMbitPerS, double UsdPerGb)
{
    /// <summary>From a provider to itself: no delay, no cost.</summary>
    public static TransferLink Local { get; } = new(0, double.PositiveInfinity, 0);

    /// <summary>Time of one way, s: RTT + 8·bytes/throughput. There and back are taken alike.</summary>
    /// <param name="bytes">What is transferred, bytes.</param>
    public double DelayS(double bytes) => RttS + 8e-6 * bytes / ThroughputMbitPerS;

    /// <summary>Price, USD.</summary>
    /// <param name="bytes">What is transferred, bytes.</param>
    public double CostUsd(double bytes) => UsdPerGb * 1e-9 * bytes;

    /// <summary>Says what is wrong with it.</summary>
    /// <returns>Null when nothing is.</returns>
    public string? Complain() => RttS >= 0 && ThroughputMbitPerS > 0 && UsdPerGb >= 0 && double.IsFinite(RttS + UsdPerGb)
        ? null
        : $"rttS and usdPerGb must be numbers of at least 0 and throughputMbitPerS above 0, not {RttS}, {UsdPerGb} and {ThroughputMbitPerS}";
}
