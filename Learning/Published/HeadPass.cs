using System.Numerics;
using ControlPlane.Learning.Losses;
using ControlPlane.Learning.Networks;
using ControlPlane.Learning.Numerics;
using ControlPlane.Learning.Randomness;

namespace ControlPlane.Learning.Published;

/// <summary>One head of the actor on a batch: a masked softmax, and a choice drawn from it. Where all are masked every choice is equally likely.</summary>
internal sealed class HeadPass<T>(Layer<T> head, ITensorBackend<T> backend, int batch)
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly int _choices = head.Outputs;
    private readonly LayerPass<T> _layer = head.NewPass(backend, batch);
    private readonly MaskedPolicy<T> _policy = new(ActionSpace.Flat(head.Outputs), backend, batch);
    private readonly bool[] _masks = new bool[batch * head.Outputs];
    private readonly bool[] _isBlind = new bool[batch];
    private readonly Matrix<T> _slopes = new(batch, head.Outputs);

    /// <summary>The choice of each row.</summary>
    public int[] Chosen { get; } = new int[batch];

    public Matrix<T> Probabilities => _policy.Probabilities;

    /// <summary>Works out the probabilities from the part of the masks that begins at an offset in each row.</summary>
    public void Evaluate(Matrix<T> latent, ReadOnlySpan<bool> masks, int offset)
    {
        var logits = _layer.Forward(latent);
        var width = masks.Length / batch;
        for (var row = 0; row < batch; row++)
        {
            var valid = _masks.AsSpan(row * _choices, _choices);
            masks.Slice(row * width + offset, _choices).CopyTo(valid);
            _isBlind[row] = !valid.Contains(true);
            if (!_isBlind[row])
                continue;
            valid.Fill(true);
            logits.Row(row).Clear();
        }

        _policy.Evaluate(logits, _masks);
    }

    public void Draw(RandomStream random)
    {
        for (var row = 0; row < batch; row++)
            Chosen[row] = Categorical.Draw<T>(Probabilities.Row(row), random);
    }

    public T LogProbability(int row) => _policy.LogProbabilities[row, Chosen[row]];

    public double Entropy(int row) => _policy.Entropy(row);

    /// <summary>Adds the derivatives of scale · Σ log π(chosen) over the rows; that by the latent state is added to.</summary>
    public void Backward(T scale, Matrix<T> latentGradient)
    {
        for (var row = 0; row < batch; row++)
        {
            var slopes = _slopes.Row(row);
            slopes.Clear();
            // Logits that did not count have no slope.
            if (_isBlind[row])
                continue;
            for (var choice = 0; choice < _choices; choice++)
                slopes[choice] = -scale * Probabilities[row, choice];
            slopes[Chosen[row]] += scale;
        }

        _layer.Backward(_slopes, latentGradient, accumulate: true);
    }
}
