namespace ControlPlane.Learning.Diffusion;

/// <summary>Amounts of noise for the steps w = 1..W, at index w - 1.</summary>
public sealed class DiffusionSchedule
{
    private const double Least = 0.1;
    private const double Greatest = 10;
    private const double CosineOffset = 0.008;

    /// <summary>Works out a schedule.</summary>
    /// <param name="kind">Which one.</param>
    /// <param name="steps">W ≥ 1.</param>
    public DiffusionSchedule(ScheduleKind kind, int steps)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(steps, 1);
        Steps = steps;
        Beta = [.. Enumerable.Range(1, steps).Select(w => NoiseOf(kind, w, steps))];
        AlphaBar = new double[steps];
        for (var (i, product) = (0, 1.0); i < steps; i++)
            AlphaBar[i] = product *= 1 - Beta[i];
        PosteriorVariance = [.. Enumerable.Range(1, steps).Select(w => Beta[w - 1] * (1 - AlphaBarAt(w - 1)) / (1 - AlphaBarAt(w)))];
        CleanCoefficient = [.. Enumerable.Range(1, steps).Select(w => Beta[w - 1] * Math.Sqrt(AlphaBarAt(w - 1)) / (1 - AlphaBarAt(w)))];
        NoisyCoefficient = [.. Enumerable.Range(1, steps).Select(w => (1 - AlphaBarAt(w - 1)) * Math.Sqrt(1 - Beta[w - 1]) / (1 - AlphaBarAt(w)))];
    }

    /// <summary>W.</summary>
    public int Steps { get; }

    /// <summary>β: variance added by each step.</summary>
    public IReadOnlyList<double> Beta { get; }

    /// <summary>ᾱ: share of the clean value's variance that is left after each step.</summary>
    public double[] AlphaBar { get; }

    /// <summary>Variance of the step back, given the clean value.</summary>
    public IReadOnlyList<double> PosteriorVariance { get; }

    /// <summary>Weight of the clean value in the mean of the step back.</summary>
    public IReadOnlyList<double> CleanCoefficient { get; }

    /// <summary>Weight of the noisy value in the mean of the step back.</summary>
    public IReadOnlyList<double> NoisyCoefficient { get; }

    /// <summary>ᾱ after w steps; 1 after none.</summary>
    /// <param name="w">0..W.</param>
    public double AlphaBarAt(int w) => w == 0 ? 1 : AlphaBar[w - 1];

    private static double NoiseOf(ScheduleKind kind, int w, int steps) => kind switch
    {
        ScheduleKind.VariancePreserving => 1 - Math.Exp(-Least / steps - 0.5 * (Greatest - Least) * (2 * w - 1) / ((double)steps * steps)),
        ScheduleKind.Linear => steps == 1 ? 1e-4 : 1e-4 + (2e-2 - 1e-4) * (w - 1) / (steps - 1),
        ScheduleKind.Cosine => Math.Min(0.999, 1 - Cosine(w, steps) / Cosine(w - 1, steps)),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "there is no such schedule."),
    };

    private static double Cosine(int w, int steps) => Math.Pow(Math.Cos(((double)w / steps + CosineOffset) / (1 + CosineOffset) * Math.PI / 2), 2);
}
