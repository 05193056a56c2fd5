namespace ControlPlane.Fleet.Hardware;

/// <summary>
/// Seconds per work unit: T(1, f) = α + β/f, and T(n, f) = (α + β/f + γ n)/n for n ≥ 2 (CHSAC-AF, section III). The synchronisation
/// term γ n is absent at n = 1, hence a step from one GPU to two.
/// </summary>
/// <param name="Alpha">Time that depends on neither clock nor count, s/unit.</param>
/// <param name="Beta">Time that shrinks with the clock, s/unit.</param>
/// <param name="Gamma">Synchronisation time per GPU, s/unit.</param>
public readonly record struct LatencyCoefficients(double Alpha, double Beta, double Gamma)
{
    /// <summary>Seconds that one work unit takes.</summary>
    /// <param name="gpus">GPU count n ≥ 1.</param>
    /// <param name="clock">Normalised clock, (0, 1].</param>
    public double SecondsPerUnit(int gpus, double clock)
    {
        var single = Alpha + Beta / clock;
        return gpus == 1 ? single : (single + Gamma * gpus) / gpus;
    }
}
