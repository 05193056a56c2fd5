namespace ControlPlane.Fleet.Randomness;

/// <summary>A reproducible stream of random numbers.</summary>
public interface IRandomStream
{
    /// <summary>Uniform on [0, 1) with 53 random bits.</summary>
    double NextUniform();

    /// <summary>Uniform on 0..n-1.</summary>
    /// <param name="n">Number of values, ≥ 1.</param>
    int NextBelow(int n);

    /// <summary>Exponential with mean 1/rate.</summary>
    /// <param name="rate">Rate, &gt; 0.</param>
    double NextExponential(double rate);

    /// <summary>Normal.</summary>
    /// <param name="mean">Mean.</param>
    /// <param name="standardDeviation">Standard deviation, ≥ 0.</param>
    double NextNormal(double mean, double standardDeviation);
}
