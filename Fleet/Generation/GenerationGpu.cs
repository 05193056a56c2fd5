namespace ControlPlane.Fleet.Generation;

/// <summary>
/// A GPU that generates, with its share of the host. Power at a clock f, of which 1 is the default boost: P(f) = P_idle + (P_active − P_idle)·(a·f³ + (1 − a)·f)
/// (aigc-energy.md, 2.4; a and the clocks are ours).
/// </summary>
/// <param name="IdleW">Power without work, W, ≥ 0.</param>
/// <param name="HostW">Share of the host, always on, W, ≥ 0.</param>
/// <param name="CubicShare">a, [0, 1].</param>
public sealed record GenerationGpu(double IdleW = 50, double HostW = 80, double CubicShare = 0.7)
{
    /// <summary>The clock of the reference measurements.</summary>
    public const double FullClock = 1;

    /// <summary>Clocks that it can be set to, in (0, 1], slowest first.</summary>
    public IReadOnlyList<double> Clocks { get; init; } = [0.5, 0.6, 0.7, 0.8, 0.9, FullClock];

    /// <summary>Power while it works, W.</summary>
    /// <param name="activeW">Power at clock 1, W.</param>
    /// <param name="clock">Clock, (0, 1].</param>
    public double PowerW(double activeW, double clock) =>
        IdleW + (activeW - IdleW) * (CubicShare * clock * clock * clock + (1 - CubicShare) * clock);

    /// <summary>Says what is wrong with it.</summary>
    /// <returns>Null when nothing is.</returns>
    public string? Complain()
    {
        if (!(IdleW >= 0 && HostW >= 0 && double.IsFinite(IdleW + HostW)))
            return $"idleW and hostW must be numbers of at least 0, not {IdleW} and {HostW}";
        if (!(CubicShare is >= 0 and <= 1))
            return $"cubicShare must be 0 to 1, not {CubicShare}";
        var ordered = Clocks.Count > 0 && Clocks.All(c => c is > 0 and <= 1) && Clocks.Zip(Clocks.Skip(1), (x, y) => x < y).All(b => b);
        return ordered ? null : $"clocks must be above 0, at most 1 and in rising order, not {string.Join(", ", Clocks)}";
    }
}
