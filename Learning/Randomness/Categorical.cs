using System.Numerics;

namespace ControlPlane.Learning.Randomness;

/// <summary>Chooses from a finite distribution.</summary>
public static class Categorical
{
    /// <summary>An index by probabilities; the first where all are zero.</summary>
    /// <typeparam name="T">float or double.</typeparam>
    /// <param name="probabilities">Probabilities of the indices.</param>
    /// <param name="random">What is drawn with.</param>
    public static int Draw<T>(ReadOnlySpan<T> probabilities, RandomStream random)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(random);
        var left = T.CreateTruncating(random.NextUniform());
        var last = 0;
        for (var i = 0; i < probabilities.Length; i++)
        {
            if (probabilities[i] == T.Zero)
                continue;
            last = i;
            left -= probabilities[i];
            if (left < T.Zero)
                break;
        }

        return last;
    }

    /// <summary>The likeliest index, the first where several are.</summary>
    /// <typeparam name="T">float or double.</typeparam>
    /// <param name="probabilities">Probabilities of the indices.</param>
    public static int Likeliest<T>(ReadOnlySpan<T> probabilities)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var best = 0;
        for (var i = 1; i < probabilities.Length; i++)
        {
            if (probabilities[i] > probabilities[best])
                best = i;
        }

        return best;
    }
}
