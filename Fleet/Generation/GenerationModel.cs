namespace ControlPlane.Fleet.Generation;

/// <summary>
/// A text-to-image model on the GPU type of its provider. Time and energy of an image grow linearly with the number of denoising steps (aigc-energy.md, 2.4). Private to
/// its provider.
/// </summary>
/// <param name="Name">Its name.</param>
/// <param name="Quality">Quality against steps.</param>
/// <param name="SetupS">Time of an image apart from its steps at clock 1, s, ≥ 0.</param>
/// <param name="StepS">Time of a step at clock 1, s, &gt; 0.</param>
/// <param name="SetupJ">Energy of an image apart from its steps at clock 1, J, ≥ 0.</param>
/// <param name="StepJ">Energy of a step at clock 1, J, &gt; 0.</param>
public sealed record GenerationModel(string Name, QualityCurve Quality, double SetupS, double StepS, double SetupJ, double StepJ)
{
    /// <summary>Share β of a step's time that grows as the clock falls, [0, 1].</summary>
    public double ComputeBoundShare { get; init; } = 0.9;

    /// <summary>Mean power of its GPU during a step at clock 1, W.</summary>
    public double ActiveW => StepJ / StepS;

    /// <summary>GPU time of an image, s: t⁰ + c·t¹·(β/f + 1 − β).</summary>
    /// <param name="steps">Denoising steps c, ≥ 1.</param>
    /// <param name="clock">Clock f, (0, 1].</param>
    public double ServiceS(int steps, double clock) => SetupS + steps * StepS * (ComputeBoundShare / clock + 1 - ComputeBoundShare);

    /// <summary>GPU energy of an image, J: (e⁰ + c·e¹)·P(f)/P(1)·x(c, f)/x(c, 1).</summary>
    /// <param name="steps">Denoising steps c, ≥ 1.</param>
    /// <param name="clock">Clock f, (0, 1].</param>
    /// <param name="gpu">The GPU.</param>
    public double EnergyJ(int steps, double clock, GenerationGpu gpu)
    {
        ArgumentNullException.ThrowIfNull(gpu);
        return (SetupJ + steps * StepJ) * gpu.PowerW(ActiveW, clock) / ActiveW * ServiceS(steps, clock) / ServiceS(steps, GenerationGpu.FullClock);
    }

    /// <summary>Says what is wrong with it.</summary>
    /// <returns>Null when nothing is.</returns>
    public string? Complain()
    {
        if (Quality.Complain() is { } complaint)
            return $"quality: {complaint}";
        if (!(SetupS >= 0 && StepS > 0 && double.IsFinite(SetupS + StepS)))
            return $"setupS must be at least 0 and stepS above 0, not {SetupS} and {StepS}";
        if (!(SetupJ >= 0 && StepJ > 0 && double.IsFinite(SetupJ + StepJ)))
            return $"setupJ must be at least 0 and stepJ above 0, not {SetupJ} and {StepJ}";
        return ComputeBoundShare is >= 0 and <= 1 ? null : $"computeBoundShare must be 0 to 1, not {ComputeBoundShare}";
    }
}
