using System.Numerics;
using ControlPlane.Learning.Checkpoints;
using ControlPlane.Learning.Numerics;

namespace ControlPlane.Learning.Shaping;

/// <summary>Learns what number to expect under a condition.</summary>
/// <typeparam name="T">float to train, double to check.</typeparam>
public interface IValueEstimator<T> : ICheckpointed
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>One step of learning.</summary>
    /// <param name="conditions">Batch x condition; null where the condition is empty.</param>
    /// <param name="values">Batch x 1, standardised.</param>
    /// <returns>The loss.</returns>
    double Train(Matrix<T>? conditions, Matrix<T> values);

    /// <summary>Estimates, with a copy that follows slowly.</summary>
    /// <param name="conditions">Batch x condition; null where the condition is empty.</param>
    /// <param name="values">Batch x 1; written.</param>
    void Estimate(Matrix<T>? conditions, Matrix<T> values);
}
