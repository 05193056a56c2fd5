using System.Numerics;

namespace ControlPlane.Learning.Losses;

/// <summary>Huber's loss (1964): a square near zero, a line beyond κ.</summary>
public static class Huber
{
    /// <summary>u²/2 where |u| ≤ κ, else κ(|u| - κ/2).</summary>
    /// <typeparam name="T">float or double.</typeparam>
    /// <param name="u">Error.</param>
    /// <param name="kappa">κ, &gt; 0.</param>
    public static T Loss<T>(T u, T kappa)
        where T : IBinaryFloatingPointIeee754<T>
    {
        var slope = Slope(u, kappa);
        return slope * (u - slope / (T.One + T.One));
    }

    /// <summary>Its derivative: u clipped to ±κ.</summary>
    /// <typeparam name="T">float or double.</typeparam>
    /// <param name="u">Error.</param>
    /// <param name="kappa">κ, &gt; 0.</param>
    public static T Slope<T>(T u, T kappa)
        where T : IBinaryFloatingPointIeee754<T> => T.Clamp(u, -kappa, kappa);
}
