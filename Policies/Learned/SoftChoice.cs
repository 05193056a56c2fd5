using ControlPlane.Learning.Randomness;

namespace ControlPlane.Policies.Learned;

/// <summary>Draws from exp(-score/α): the policy that is best for costs and entropy together.</summary>
internal static class SoftChoice
{
    /// <summary>Draws an option.</summary>
    /// <param name="scores">Scores, the least is best.</param>
    /// <param name="mask">Which options there are.</param>
    /// <param name="alpha">The temperature, in the unit of the scores.</param>
    /// <param name="random">What is drawn with.</param>
    /// <returns>-1 where there is none.</returns>
    public static int Draw(ReadOnlySpan<double> scores, ReadOnlySpan<bool> mask, double alpha, RandomStream random)
    {
        var (best, greatest) = (-1, double.NegativeInfinity);
        for (var option = 0; option < mask.Length; option++)
        {
            if (!mask[option])
                continue;
            // Gumbel's trick: the greatest of scores with Gumbel noise is a draw from the softmax.
            var noisy = -scores[option] / alpha - Math.Log(-Math.Log(Math.Max(random.NextUniform(), 1e-300)));
            if (noisy > greatest)
                (best, greatest) = (option, noisy);
        }

        return best;
    }
}
