using System.Numerics;
using ControlPlane.Learning.Numerics;

namespace ControlPlane.Learning.Ppo;

/// <summary>A minibatch of a rollout, column by column, in memory that is reserved once.</summary>
/// <typeparam name="T">float to train, double to check.</typeparam>
/// <param name="settings">Widths.</param>
public sealed class PpoBatch<T>(PpoSettings settings)
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>States, batch x features.</summary>
    public Matrix<T> States { get; } = new(settings.Batch, settings.Features);

    /// <summary>Which actions were valid, row by row.</summary>
    public bool[] Masks { get; } = new bool[settings.Batch * settings.Space.Actions];

    /// <summary>Actions taken.</summary>
    public int[] Actions { get; } = new int[settings.Batch];

    /// <summary>log π of the actions taken, as they were drawn.</summary>
    public T[] LogProbabilities { get; } = new T[settings.Batch];

    /// <summary>Advantages with mean 0 and deviation 1 over the rows that count.</summary>
    public T[] Advantages { get; } = new T[settings.Batch];

    /// <summary>Returns, batch x 1.</summary>
    public Matrix<T> Returns { get; } = new(settings.Batch, 1);

    /// <summary>What each row counts: the sum is the number of rows of the batch, and rows that only fill it up count nothing.</summary>
    public T[] Weights { get; } = new T[settings.Batch];

    /// <summary>Copies decisions of a rollout; where they are fewer than the rows, the rest repeats the first and counts nothing.</summary>
    /// <param name="rollout">The rollout.</param>
    /// <param name="places">Which decisions, one at least and no more than there are rows.</param>
    public void Gather(Rollout<T> rollout, ReadOnlySpan<int> places)
    {
        ArgumentNullException.ThrowIfNull(rollout);
        var actions = settings.Space.Actions;
        var weight = T.CreateTruncating((double)settings.Batch / places.Length);
        for (var row = 0; row < settings.Batch; row++)
        {
            var place = places[row < places.Length ? row : 0];
            rollout.States.Row(place).CopyTo(States.Row(row));
            rollout.Masks.AsSpan(place * actions, actions).CopyTo(Masks.AsSpan(row * actions));
            (Actions[row], LogProbabilities[row]) = (rollout.Actions[place], rollout.LogProbabilities[place]);
            (Advantages[row], Returns[row, 0]) = (rollout.Advantages[place], rollout.Returns[place]);
            Weights[row] = row < places.Length ? weight : T.Zero;
        }

        Standardise(places.Length);
    }

    private void Standardise(int rows)
    {
        var (mean, square) = (0.0, 0.0);
        for (var row = 0; row < rows; row++)
            mean += double.CreateTruncating(Advantages[row]) / rows;
        for (var row = 0; row < rows; row++)
            square += Math.Pow(double.CreateTruncating(Advantages[row]) - mean, 2) / rows;
        // Where all are alike there is nothing to tell apart.
        var scale = square > 0 ? 1 / (Math.Sqrt(square) + 1e-8) : 0;
        foreach (ref var advantage in Advantages.AsSpan())
            advantage = T.CreateTruncating((double.CreateTruncating(advantage) - mean) * scale);
    }
}
