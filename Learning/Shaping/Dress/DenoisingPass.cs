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

    /// <summary>Draws the start and the noise of every step back but the last, which has none.</summary>
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
        // The first step back starts from noise alone, and needs none of its own: what was drawn for step W is the start.
        _values[^1].CopyFrom(_noise[^1]);
        for (var w = _schedule.Steps; w >= 1; w--)
        {
            var input = _inputs[w - 1];
            SideBySide.Put(_values[w], input, 0);
            for (var row = 0; row < input.Rows; row++)
                codes.Row(w).CopyTo(input.Row(row)[_latent..]);
            SideBySide.Put(condition, input, _latent + codes.Columns);
            StepBack(w, _trunks[w - 1].Forward(input));
        }

        var (values, result) = (_values[0].Elements.ToArray().Length, _result.Elements);
        return _head.Forward(_result);
    }
}
