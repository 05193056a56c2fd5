namespace ControlPlane.Simulation.Generation.Arrivals;

/// <summary>
/// How jobs arrive (aigc-energy.md, 2.2): per origin and deadline class Poisson with mean μ(t)·e^ξ over the classes, ξ ~ N(−σ²/2, σ²) anew in each slot, and μ(t) a sine
/// over the day or the shape of a histogram; or as a trace has it.
/// </summary>
public sealed record ArrivalPlan
{
    /// <summary>Mean number of jobs a slot, all origins together, ≥ 0. A digest of the paper has 3 638, perhaps meant for a day; that would need an eighth of a GPU.</summary>
    public double JobsPerSlot { get; init; } = 3638;

    /// <summary>Swing of the sine over the day, [0, 1].</summary>
    public double Swing { get; init; } = 0.45;

    /// <summary>Hour, UTC, at which the sine of each origin rises through its mean; origins without one take the first.</summary>
    public IReadOnlyList<double> RisingHours { get; init; } = [9, 10, 12];

    /// <summary>Weights of the hours of a day instead of the sine, 24 of them, ≥ 0, not all 0; empty for the sine. Scaled to the mean number of jobs.</summary>
    public IReadOnlyList<double> HourWeights { get; init; } = [];

    /// <summary>σ of the noise from slot to slot, ≥ 0.</summary>
    public double Noise { get; init; } = 0.15;

    /// <summary>About what decisions are taken.</summary>
    public ArrivalMode Mode { get; init; }

    /// <summary>Images of a job, ≥ 1.</summary>
    public int Images { get; init; } = 1;

    /// <summary>What is transferred of an image when its job runs elsewhere, bytes, ≥ 0: the result, a JPEG.</summary>
    public double BytesPerImage { get; init; } = 3e5;

    /// <summary>The requests to replay instead of drawing any, in order of their arrival; empty to draw.</summary>
    public IReadOnlyList<GenerationTraceJob> Trace { get; init; } = [];

    /// <summary>Mean number of jobs in a slot at an origin.</summary>
    /// <param name="origin">Index of the origin.</param>
    /// <param name="origins">How many there are.</param>
    /// <param name="hour">Hour of the day, UTC, [0, 24).</param>
    public double MeanJobs(int origin, int origins, double hour)
    {
        var mean = JobsPerSlot / origins;
        if (HourWeights.Count > 0)
            return mean * HourWeights[(int)hour] * HourWeights.Count / HourWeights.Sum();
        var rising = RisingHours[origin < RisingHours.Count ? origin : 0];
        return mean * (1 + Swing * Math.Sin(2 * Math.PI * (hour - rising) / 24));
    }

    /// <summary>Says what is wrong with it.</summary>
    /// <returns>Null when nothing is.</returns>
    public string? Complain()
    {
        if (!(JobsPerSlot is >= 0 and <= 1e7))
            return $"jobsPerSlot must be 0 to 1e7, not {JobsPerSlot}";
        if (!(Swing is >= 0 and <= 1))
            return $"swing must be 0 to 1, not {Swing}";
        if (!(Noise is >= 0 and <= 3))
            return $"noise must be 0 to 3, not {Noise}";
        if (HourWeights.Count is not (0 or 24) || HourWeights.Any(w => !(w >= 0 && double.IsFinite(w))) || (HourWeights.Count > 0 && HourWeights.Sum() == 0))
            return "hourWeights must be 24 numbers of at least 0, not all 0";
        if (RisingHours.Count == 0 || !RisingHours.All(double.IsFinite))
            return "risingHours must be at least one number";
        if (Images is < 1 or > 1000)
            return $"images must be 1 to 1000, not {Images}";
        return BytesPerImage >= 0 && double.IsFinite(BytesPerImage) ? null : $"bytesPerImage must be a number of at least 0, not {BytesPerImage}";
    }
}
