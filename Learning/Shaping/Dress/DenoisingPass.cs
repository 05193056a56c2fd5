using System.Numerics;
using ControlPlane.Learning.Diffusion;
using ControlPlane.Learning.Networks;
using ControlPlane.Learning.Numerics;
using ControlPlane.Learning.Randomness;

namespace ControlPlane.Learning.Shaping.Dress;

/// <summary>
/// One batch through a denoising chain and back through all of its steps, in memory that is reserved once. The noise is drawn first and kept, so that what comes
/// out is a differentiable function of the parameters.
/// </summary>
/// <typeparam name="T">float to train, double to check.</typeparam>
public sealed class DenoisingPass<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly int _latent;
    private readonly DiffusionSchedule _schedule;
    private readonly ITensorBackend<T> _backend;
    private readonly LayerPass<T> _condition;
    private readonly LayerPass<T> _step;
    private readonly LayerPass<T>[] _trunks;
    private readonly LayerPass<T> _head;
    private readonly Matrix<T> _codes;

    // Of step w, at index w - 1: what the trunk sees, the clean value it means, cut to ±1, and the noise of the way back.
    private readonly Matrix<T>[] _inputs;
    private readonly Matrix<T>[] _clean;
    private readonly Matrix<T>[] _noise;

    // The noisy value after w steps, at index w; at 0 the result.
    private readonly Matrix<T>[] _values;
    private readonly Matrix<T> _result;
    private readonly Matrix<T> _valueGradient;
    private readonly Matrix<T> _noiseGradient;
    private readonly Matrix<T> _inputGradient;
    private readonly Matrix<T> _block;
    private readonly Matrix<T> _conditionBlock;
    private readonly Matrix<T> _conditionGradient;
    private readonly Matrix<T> _stepGradient;

    /// <summary>Reserves the memory.</summary>
    /// <param name="chain">The networks.</param>
    /// <param name="backend">Does the arithmetic.</param>
    /// <param name="batch">Rows, ≥ 1.</param>
    public DenoisingPass(DenoisingChain<T> chain, ITensorBackend<T> backend, int batch)
    {
        ArgumentNullException.ThrowIfNull(chain);
        (_backend, _schedule, _latent) = (backend, chain.Schedule, chain.Trunk.Outputs);
        var (steps, hidden) = (chain.Schedule.Steps, chain.ConditionEncoder.Outputs);
        (_condition, _step, _head) = (chain.ConditionEncoder.NewPass(backend, batch), chain.StepEncoder.NewPass(backend, steps + 1), chain.Head.NewPass(backend, batch));
        _trunks = [.. Enumerable.Range(0, steps).Select(_ => chain.Trunk.NewPass(backend, batch))];
        _codes = StepCodes.Of<T>(steps, DenoisingChain<T>.StepWidth);
        _inputs = Reserve(steps, chain.Trunk.Inputs);
        (_clean, _noise, _values) = (Reserve(steps, _latent), Reserve(steps, _latent), Reserve(steps + 1, _latent));
        (_result, _valueGradient, _noiseGradient, _block) = (new(batch, _latent), new(batch, _latent), new(batch, _latent), new(batch, _latent));
        (_inputGradient, _conditionBlock, _conditionGradient) = (new(batch, chain.Trunk.Inputs), new(batch, hidden), new(batch, hidden));
        _stepGradient = new(steps + 1, DenoisingChain<T>.StepWidth);
        Matrix<T>[] Reserve(int count, int columns) => [.. Enumerable.Range(0, count).Select(_ => new Matrix<T>(batch, columns))];
    }

    /// <summary>Draws the start, and the noise of every step but the last one, which has none.</summary>
    /// <param name="random">From what.</param>
    public void DrawNoise(RandomStream random)
    {
        ArgumentNullException.ThrowIfNull(random);
        foreach (var noise in _noise)
        {
            foreach (ref var element in noise.Elements)
                element = T.CreateTruncating(random.NextNormal());
        }
    }

    /// <summary>Takes conditions through all steps.</summary>
    /// <param name="conditions">Batch x condition; must stay as they are until <see cref="Backward"/>.</param>
    /// <returns>The two numbers of each row's distribution, batch x 2.</returns>
    public Matrix<T> Forward(Matrix<T> conditions)
    {
        var condition = _condition.Forward(conditions);
        var codes = _step.Forward(_codes);
        _values[^1].CopyFrom(Start);
        for (var w = _schedule.Steps; w >= 1; w--)
        {
            var input = _inputs[w - 1];
            SideBySide.Put(_values[w], input, 0);
            for (var row = 0; row < input.Rows; row++)
                codes.Row(w).CopyTo(input.Row(row)[_latent..]);
            SideBySide.Put(condition, input, _latent + codes.Columns);
            StepBack(w, _trunks[w - 1].Forward(input));
        }

        // Cut to ±1, then max(z, 0).
        var (values, result) = (_values[0].Storage, _result.Storage);
        for (var i = 0; i < result.Length; i++)
            result[i] = T.Clamp(values[i], T.Zero, T.One);
        return _head.Forward(_result);
    }

    /// <summary>Goes back through the head and all steps; adds to the gradients of the parameters.</summary>
    /// <param name="gradient">Derivative of the loss by what came out, batch x 2.</param>
    public void Backward(Matrix<T> gradient)
    {
        _head.Backward(gradient, _valueGradient);
        var slopes = _valueGradient.Elements;
        var result = _result.Elements;
        for (var i = 0; i < slopes.Length; i++)
            slopes[i] = result[i] > T.Zero && result[i] < T.One ? slopes[i] : T.Zero;
        _conditionGradient.Clear();
        _stepGradient.Clear();
        for (var w = 1; w <= _schedule.Steps; w++)
        {
            ReverseStep(w);
            _trunks[w - 1].Backward(_noiseGradient, _inputGradient);
            SideBySide.Take(_inputGradient, 0, _block);
            _backend.AddScaled(T.One, _block, _valueGradient);
            SideBySide.Take(_inputGradient, _latent + _stepGradient.Columns, _conditionBlock);
            _backend.AddScaled(T.One, _conditionBlock, _conditionGradient);
            GatherStep(_stepGradient.Row(w));
        }

        _step.Backward(_stepGradient);
        _condition.Backward(_conditionGradient);
    }

    // Step 1 is without noise, so its place is free.
    private Matrix<T> Start => _noise[0];

    // x' = C x̂ + N x + √v z with x̂ = (x - √(1 - ᾱ) ε) / √ᾱ, cut to ±1.
    private void StepBack(int w, Matrix<T> predictedNoise)
    {
        var (ofNoisy, ofNoise) = Inverse(w);
        var (ofClean, keep) = (T.CreateTruncating(_schedule.CleanCoefficient[w - 1]), T.CreateTruncating(_schedule.NoisyCoefficient[w - 1]));
        var deviation = T.CreateTruncating(w > 1 ? Math.Sqrt(_schedule.PosteriorVariance[w - 1]) : 0);
        var noisy = _values[w].Elements;
        var predicted = predictedNoise.Elements;
        var clean = _clean[w - 1].Elements;
        var noise = _noise[w - 1].Elements;
        var next = _values[w - 1].Elements;
        for (var i = 0; i < next.Length; i++)
        {
            clean[i] = T.Clamp(ofNoisy * noisy[i] - ofNoise * predicted[i], -T.One, T.One);
            next[i] = ofClean * clean[i] + keep * noisy[i] + deviation * noise[i];
        }
    }

    // From the derivative by what came out of a step to those by the noise predicted in it and, in its place, by what went in beside the trunk.
    private void ReverseStep(int w)
    {
        var (ofNoisy, ofNoise) = Inverse(w);
        var (ofClean, keep) = (T.CreateTruncating(_schedule.CleanCoefficient[w - 1]), T.CreateTruncating(_schedule.NoisyCoefficient[w - 1]));
        var clean = _clean[w - 1].Elements;
        var slopes = _valueGradient.Elements;
        var noiseSlopes = _noiseGradient.Elements;
        for (var i = 0; i < slopes.Length; i++)
        {
            var byClean = T.Abs(clean[i]) < T.One ? ofClean * slopes[i] : T.Zero;
            noiseSlopes[i] = -ofNoise * byClean;
            slopes[i] = keep * slopes[i] + ofNoisy * byClean;
        }
    }

    private (T OfNoisy, T OfNoise) Inverse(int w)
    {
        var share = _schedule.AlphaBarAt(w);
        return (T.CreateTruncating(1 / Math.Sqrt(share)), T.CreateTruncating(Math.Sqrt((1 - share) / share)));
    }

    // Every row was told the same step.
    private void GatherStep(Span<T> sums)
    {
        for (var row = 0; row < _inputGradient.Rows; row++)
        {
            var slopes = _inputGradient.Row(row).Slice(_latent, sums.Length);
            for (var i = 0; i < sums.Length; i++)
                sums[i] += slopes[i];
        }
    }
}
