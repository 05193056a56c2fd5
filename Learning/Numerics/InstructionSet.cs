namespace ControlPlane.Learning.Numerics;

/// <summary>
/// The vectors that kernels work with. Training is equal to the bit for a seed on one of them; between them results agree within rounding.
/// </summary>
public enum InstructionSet
{
    /// <summary>128-bit vectors as the runtime offers them on every machine.</summary>
    Portable,

    /// <summary>256-bit vectors with fused multiply-add.</summary>
    Avx2,

    /// <summary>512-bit vectors.</summary>
    Avx512,
}
