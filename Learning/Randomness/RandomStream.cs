using System.Numerics;

namespace ControlPlane.Learning.Randomness;

/// <summary>
/// xoshiro256** (Blackman and Vigna, 2018), seeded by SplitMix64 from a seed and a stream name, so that each use of randomness in a training run has a
/// stream of its own. Its state is four words and goes into checkpoints.
/// </summary>
public sealed class RandomStream
{
    private ulong _s0;
    private ulong _s1;
    private ulong _s2;
    private ulong _s3;

    /// <summary>Opens a stream.</summary>
    /// <param name="seed">The run's seed.</param>
    /// <param name="name">What the stream is for, for example <c>replay</c>.</param>
    public RandomStream(long seed, string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        var state = unchecked((ulong)seed);
        _ = SplitMix(ref state);
        foreach (var c in name)
        {
            state ^= c;
            _ = SplitMix(ref state);
        }

        (_s0, _s1, _s2, _s3) = (SplitMix(ref state), SplitMix(ref state), SplitMix(ref state), SplitMix(ref state));
    }

    /// <summary>Where the stream stands: setting it goes on from there.</summary>
    public (ulong S0, ulong S1, ulong S2, ulong S3) State
    {
        get => (_s0, _s1, _s2, _s3);
        set => (_s0, _s1, _s2, _s3) = value;
    }

    /// <summary>Uniform on [0, 1) with 53 random bits.</summary>
    public double NextUniform() => (Next() >> 11) * (1.0 / (1UL << 53));

    /// <summary>Uniform on 0..n-1.</summary>
    /// <param name="n">Number of values, ≥ 1.</param>
    public int NextBelow(int n)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(n, 1);
        // Lemire's method without the rejection step: the bias is below n / 2^64.
        return (int)Math.BigMul(Next(), (ulong)n, out _);
    }

    /// <summary>Standard normal, by the polar method (Marsaglia and Bray, 1964); the second number of a pair is not kept, so that the state is four words.</summary>
    public double NextNormal()
    {
        while (true)
        {
            var (u, v) = (2 * NextUniform() - 1, 2 * NextUniform() - 1);
            var square = u * u + v * v;
            if (square is > 0 and < 1)
                return u * Math.Sqrt(-2 * Math.Log(square) / square);
        }
    }

    private static ulong SplitMix(ref ulong state)
    {
        state += 0x9E3779B97F4A7C15;
        var z = state;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        z ^= z >> 31;
        // Feeding the output back makes the chain over a name depend on every letter.
        state ^= z;
        return z;
    }

    private ulong Next()
    {
        var result = BitOperations.RotateLeft(_s1 * 5, 7) * 9;
        var t = _s1 << 17;
        _s2 ^= _s0;
        _s3 ^= _s1;
        _s1 ^= _s2;
        _s0 ^= _s3;
        _s2 ^= t;
        _s3 = BitOperations.RotateLeft(_s3, 45);
        return result;
    }
}
