using System.Numerics;
using ControlPlane.Learning.Checkpoints;
using ControlPlane.Learning.Losses;
using ControlPlane.Learning.Networks;
using ControlPlane.Learning.Numerics;
using ControlPlane.Learning.Optimisation;
using ControlPlane.Learning.Randomness;

namespace ControlPlane.Learning.Diffusion;

/// <summary>
/// The distribution of a value given a condition, as a denoising diffusion (Ho et al., NeurIPS 2020) of few steps whose network predicts the clean value.
/// It is sampled from a copy of the network that follows slowly.
/// </summary>
/// <typeparam name="T">float to train, double to check.</typeparam>
public sealed class DiffusionModel<T> : ICheckpointed
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>Quantiles 1/8, 3/8, 5/8 and 7/8 of the normal distribution: starts that stand for all.</summary>
    public static readonly IReadOnlyList<double> FourStarts = [-1.1503, -0.3186, 0.3186, 1.1503];

    private readonly DiffusionSettings _settings;
    private readonly Layer<T> _network;
    private readonly Layer<T> _copy;
    private readonly LayerPass<T> _pass;
    private readonly LayerPass<T> _copyPass;
    private readonly Adam<T> _adam;
    private readonly ITensorBackend<T> _backend;
    private readonly RandomStream _random;
    private readonly DenoiserInput<T> _input;
    private readonly Matrix<T> _gradient;
    private readonly Matrix<T> _noisy;
    private readonly int[] _steps;

    /// <summary>Draws the network.</summary>
    /// <param name="settings">Widths, steps and seed.</param>
    /// <param name="backend">Does the arithmetic.</param>
    public DiffusionModel(DiffusionSettings settings, ITensorBackend<T> backend)
    {
        ArgumentNullException.ThrowIfNull(settings);
        (_settings, _backend) = (settings, backend);
        Schedule = new(settings.Schedule, settings.Steps);
        _input = new(settings);
        int[] widths = [_input.Matrix.Columns, .. settings.Hidden, settings.Width];
        (_network, _copy) = (Mlp.Of<T>(widths, Activation.Mish), Mlp.Of<T>(widths, Activation.Mish));
        _network.Initialise(new UniformInitialiser(), new RandomStream(settings.Seed, "diffusion/network"));
        _copy.CopyFrom(_network);
        (_pass, _copyPass) = (_network.NewPass(backend, settings.Batch), _copy.NewPass(backend, settings.Batch));
        _adam = new(backend, _network.Parameters, new ConstantRate(settings.Rate), new());
        _random = new(settings.Seed, "diffusion/noise");
        (_gradient, _noisy) = (new(settings.Batch, settings.Width), new(settings.Batch, settings.Width));
        _steps = new int[settings.Batch];
    }

    /// <summary>Amounts of noise.</summary>
    public DiffusionSchedule Schedule { get; }

    /// <summary>Adds noise to clean values: √ᾱ_w y + √(1 - ᾱ_w) ε.</summary>
    /// <param name="clean">Batch x width.</param>
    /// <param name="steps">w of each row, 0..W.</param>
    /// <param name="random">Where ε comes from.</param>
    /// <param name="noisy">Written.</param>
    public void AddNoise(Matrix<T> clean, ReadOnlySpan<int> steps, RandomStream random, Matrix<T> noisy)
    {
        for (var row = 0; row < clean.Rows; row++)
        {
            var share = Schedule.AlphaBarAt(steps[row]);
            var (keep, add) = (Math.Sqrt(share), Math.Sqrt(1 - share));
            for (var i = 0; i < clean.Columns; i++)
                noisy[row, i] = T.CreateTruncating(keep * double.CreateTruncating(clean[row, i]) + add * random.NextNormal());
        }
    }

    /// <summary>One step of learning: the squared distance of the predicted clean value, w uniform on 1..W.</summary>
    /// <param name="clean">Standardised values, batch x width; sizes beyond the limit are a defect of the caller's.</param>
    /// <param name="conditions">Batch x condition; none where the condition is empty.</param>
    /// <returns>The loss.</returns>
    public double Train(Matrix<T> clean, Matrix<T>? conditions)
    {
        foreach (ref var w in _steps.AsSpan())
            w = 1 + _random.NextBelow(Schedule.Steps);
        AddNoise(clean, _steps, _random, _noisy);
        _input.Fill(_noisy, _steps, conditions);
        var loss = Regression.Squared(_pass.Forward(_input.Matrix), clean, _gradient);
        _pass.Backward(_gradient);
        _adam.Step();
        _copy.Follow(_backend, _network, _settings.CopyShare);
        return loss;
    }

    /// <summary>Makes the copy that is sampled from equal to the network.</summary>
    public void CopyNow() => _copy.CopyFrom(_network);

    /// <summary>
    /// An estimate without noise: deterministic steps (DDIM, Song et al., ICLR 2021) from each of some fixed starts, averaged. With <see cref="FourStarts"/> it
    /// is close to the mean of the distribution.
    /// </summary>
    /// <param name="conditions">Batch x condition; none where the condition is empty.</param>
    /// <param name="starts">Starts; every element of a row starts there.</param>
    /// <param name="mean">Batch x width; written.</param>
    public void Estimate(Matrix<T>? conditions, IReadOnlyList<double> starts, Matrix<T> mean)
    {
        ArgumentNullException.ThrowIfNull(starts);
        ArgumentNullException.ThrowIfNull(mean);
        mean.Clear();
        for (var i = 0; i < starts.Count; i++)
        {
            _noisy.Elements.Fill(T.CreateTruncating(starts[i]));
            for (var w = Schedule.Steps; w >= 1; w--)
                StepDown(w, Denoised(w, conditions));
            _backend.AddScaled(T.CreateTruncating(1.0 / starts.Count), _noisy, mean);
        }
    }

    /// <summary>Draws values by ancestral sampling.</summary>
    /// <param name="conditions">Batch x condition; none where the condition is empty.</param>
    /// <param name="random">Where the noise comes from.</param>
    /// <param name="values">Batch x width; written.</param>
    public void Sample(Matrix<T>? conditions, RandomStream random, Matrix<T> values)
    {
        ArgumentNullException.ThrowIfNull(random);
        ArgumentNullException.ThrowIfNull(values);
        foreach (ref var element in _noisy.Elements)
            element = T.CreateTruncating(random.NextNormal());
        for (var w = Schedule.Steps; w >= 1; w--)
        {
            var clean = Denoised(w, conditions);
            var (of, keep, noise) = (Schedule.CleanCoefficient[w - 1], Schedule.NoisyCoefficient[w - 1], Math.Sqrt(Schedule.PosteriorVariance[w - 1]));
            for (var i = 0; i < clean.Elements.Length; i++)
            {
                var mean = of * double.CreateTruncating(clean.Elements[i]) + keep * double.CreateTruncating(_noisy.Elements[i]);
                _noisy.Elements[i] = T.CreateTruncating(mean + (w > 1 ? noise * random.NextNormal() : 0));
            }
        }

        values.CopyFrom(_noisy);
    }

    /// <inheritdoc/>
    public void Exchange(StateExchange state)
    {
        ArgumentNullException.ThrowIfNull(state);
        state.Stream("random", _random);
        state.Within("network", _network);
        state.Within("copy", _copy);
        state.Within("adam", _adam);
    }

    private Matrix<T> Denoised(int w, Matrix<T>? conditions)
    {
        _steps.AsSpan().Fill(w);
        _input.Fill(_noisy, _steps, conditions);
        var clean = _copyPass.Forward(_input.Matrix);
        var limit = T.CreateTruncating(_settings.Limit);
        foreach (ref var element in clean.Elements)
            element = T.Clamp(element, -limit, limit);
        return clean;
    }

    // √ᾱ' x₀ + √(1 - ᾱ') ε with ε = (y - √ᾱ x₀) / √(1 - ᾱ), for ᾱ' of the step before.
    private void StepDown(int w, Matrix<T> clean)
    {
        var (share, before) = (Schedule.AlphaBarAt(w), Schedule.AlphaBarAt(w - 1));
        var keep = Math.Sqrt((1 - before) / (1 - share));
        var (ofClean, ofNoisy) = (T.CreateTruncating(Math.Sqrt(before) - keep * Math.Sqrt(share)), T.CreateTruncating(keep));
        var noisy = _noisy.Elements;
        for (var i = 0; i < noisy.Length; i++)
            noisy[i] = ofClean * clean.Elements[i] + ofNoisy * noisy[i];
    }
}
