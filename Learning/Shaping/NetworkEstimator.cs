using System.Numerics;
using ControlPlane.Learning.Checkpoints;
using ControlPlane.Learning.Losses;
using ControlPlane.Learning.Networks;
using ControlPlane.Learning.Numerics;
using ControlPlane.Learning.Optimisation;
using ControlPlane.Learning.Randomness;

namespace ControlPlane.Learning.Shaping;

/// <summary>The mean by least squares: a plain network, the baseline of the diffusion.</summary>
/// <typeparam name="T">float to train, double to check.</typeparam>
public sealed class NetworkEstimator<T> : IValueEstimator<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly ShaperSettings _settings;
    private readonly ITensorBackend<T> _backend;
    private readonly Layer<T> _network;
    private readonly Layer<T> _copy;
    private readonly LayerPass<T> _pass;
    private readonly LayerPass<T> _copyPass;
    private readonly Adam<T> _adam;
    private readonly Matrix<T> _gradient;
    private readonly Matrix<T> _nothing;

    /// <summary>Draws the network.</summary>
    /// <param name="settings">Widths, rate and seed.</param>
    /// <param name="backend">Does the arithmetic.</param>
    public NetworkEstimator(ShaperSettings settings, ITensorBackend<T> backend)
    {
        ArgumentNullException.ThrowIfNull(settings);
        (_settings, _backend) = (settings, backend);
        // A network without inputs has a constant one.
        int[] widths = [Math.Max(1, settings.Condition), .. settings.Hidden, 1];
        (_network, _copy) = (Mlp.Of<T>(widths, Activation.Mish), Mlp.Of<T>(widths, Activation.Mish));
        _network.Initialise(new UniformInitialiser(), new RandomStream(settings.Seed, "shaper/network"));
        _copy.CopyFrom(_network);
        (_pass, _copyPass) = (_network.NewPass(backend, settings.Batch), _copy.NewPass(backend, settings.Batch));
        _adam = new(backend, _network.Parameters, new ConstantRate(settings.Rate), new());
        (_gradient, _nothing) = (new(settings.Batch, 1), new(settings.Batch, 1));
    }

    /// <inheritdoc/>
    public double Train(Matrix<T>? conditions, Matrix<T> values)
    {
        var loss = Regression.Squared(_pass.Forward(conditions ?? _nothing), values, _gradient);
        _pass.Backward(_gradient);
        _adam.Step();
        _copy.Follow(_backend, _network, _settings.CopyShare);
        return loss;
    }

    /// <inheritdoc/>
    public void Estimate(Matrix<T>? conditions, Matrix<T> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        values.CopyFrom(_copyPass.Forward(conditions ?? _nothing));
    }

    /// <inheritdoc/>
    public void Exchange(StateExchange state)
    {
        ArgumentNullException.ThrowIfNull(state);
        state.Within("network", _network);
        state.Within("copy", _copy);
        state.Within("adam", _adam);
    }
}
