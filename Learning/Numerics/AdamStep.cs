using System.Numerics;
using System.Runtime.InteropServices;

namespace ControlPlane.Learning.Numerics;

/// <summary>One step of Adam, with everything that is the same for all elements worked out.</summary>
/// <typeparam name="T">float to train, double to check.</typeparam>
/// <param name="Rate">Learning rate over the first moment's correction, α / (1 - β₁ᵗ).</param>
/// <param name="Beta1">Decay of the first moment.</param>
/// <param name="Beta2">Decay of the second moment.</param>
/// <param name="SecondCorrection">1 / (1 - β₂ᵗ).</param>
/// <param name="Epsilon">Added to the root of the second moment.</param>
/// <param name="Keep">1 - α · weight decay.</param>
/// <param name="GradientScale">What the gradient is multiplied with first: clipping.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct AdamStep<T>(T Rate, T Beta1, T Beta2, T SecondCorrection, T Epsilon, T Keep, T GradientScale)
    where T : unmanaged, IBinaryFloatingPointIeee754<T>;
