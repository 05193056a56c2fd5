using ControlPlane.Fleet.Randomness;

namespace ControlPlane.Simulation.Generation.Arrivals;

/// <summary>Poisson numbers by Knuth's product of uniforms, in portions so that it does not underflow: exact, with a time that grows with the mean.</summary>
internal static class Poisson
{
    private const double Portion = 500;

    public static int Draw(IRandomStream random, double mean)
    {
        var count = 0;
        for (var left = mean; left > 0; left -= Portion)
            count += DrawPortion(random, Math.Min(left, Portion));
        return count;
    }

    private static int DrawPortion(IRandomStream random, double mean)
    {
        var limit = Math.Exp(-mean);
        var count = -1;
        for (var product = 1.0; product > limit; count++)
            product *= random.NextUniform();
        return count;
    }
}
