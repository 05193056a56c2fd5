namespace ControlPlane.Learning.Numerics.Simd;

/// <summary>What a tile's sums start from.</summary>
internal enum TileStart
{
    Zero,
    Bias,
    Sum,
}
