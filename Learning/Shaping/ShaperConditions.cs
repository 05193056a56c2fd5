using System.Numerics;
using ControlPlane.Learning.Numerics;

namespace ControlPlane.Learning.Shaping;

/// <summary>What an estimator is asked under: the state, for a decomposition with the action as one of so many; or nothing.</summary>
internal sealed class ShaperConditions<T>(ShaperSettings settings)
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>Batch x condition; null where there is none.</summary>
    public Matrix<T>? Matrix { get; } = settings.Condition == 0 ? null : new(settings.Batch, settings.Condition);

    public void Write(int row, ReadOnlySpan<float> state, int action)
    {
        if (Begin(row) is not { IsEmpty: false } target)
            return;
        for (var i = 0; i < state.Length; i++)
            target[i] = T.CreateTruncating(state[i]);
        Mark(target, action);
    }

    public void Write(int row, ReadOnlySpan<T> state, int action)
    {
        if (Begin(row) is not { IsEmpty: false } target)
            return;
        state.CopyTo(target);
        Mark(target, action);
    }

    private Span<T> Begin(int row)
    {
        if (Matrix is null)
            return [];
        var target = Matrix.Row(row);
        target.Clear();
        return target;
    }

    private void Mark(Span<T> target, int action)
    {
        if (target.Length > settings.Features)
            target[settings.Features + action] = T.One;
    }
}
