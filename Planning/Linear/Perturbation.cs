namespace ControlPlane.Planning.Linear;

/// <summary>Reproducible pseudo-random fractions, the same on every machine and in every solve.</summary>
internal static class Perturbation
{
    /// <summary>A fraction in [0.5, 1) that depends on the index only (the SplitMix64 finaliser).</summary>
    public static double Fraction(int index)
    {
        ulong z = ((ulong)(uint)index + 1) * 0x9E3779B97F4A7C15UL;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9UL;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBUL;
        return 0.5 + ((z ^ (z >> 31)) >> 12) * (0.5 / (1UL << 52));
    }
}
