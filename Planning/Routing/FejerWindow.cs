namespace ControlPlane.Planning.Routing;

/// <summary>
/// Between which steps a relaxed projection brings every point of a half-space nearer: from 0 to the second root of ψ. The projection itself is where ψ' is 0. With the square of the
/// Euclidean distance the window is exactly twice the projection; with the entropy it is often wider (bregman-routing.md, section 2.2).
/// </summary>
/// <param name="Projection">θ*, where the half-space is reached.</param>
/// <param name="End">θ_max, up to which no point of it gets farther away.</param>
public readonly record struct FejerWindow(double Projection, double End)
{
    private const int MostIterations = 200;

    /// <summary>λ_max = θ_max / θ*.</summary>
    public double MostRelaxation => End / Projection;

    /// <summary>Finds the window; null where the limit is kept already or no step reaches it.</summary>
    /// <param name="potential">ψ, with ψ'(0) &lt; 0 where the limit is broken.</param>
    /// <typeparam name="TPotential">Its type.</typeparam>
    public static FejerWindow? Find<TPotential>(TPotential potential)
        where TPotential : IStepPotential =>
        Projected(potential) is { } projection && Ending(potential, projection) is { } end ? new FejerWindow(projection, end) : null;

    /// <summary>Finds θ* alone; null where the limit is kept already or no step reaches it.</summary>
    /// <param name="potential">ψ.</param>
    /// <typeparam name="TPotential">Its type.</typeparam>
    public static double? Projected<TPotential>(TPotential potential)
        where TPotential : IStepPotential
    {
        potential.Value(0, out var slope, out var curvature);
        if (slope >= 0)
            return null;
        var (below, above) = (0.0, curvature > 0 ? -slope / curvature : 1.0);
        for (var doubling = 0; Slope(potential, above) < 0; doubling++)
        {
            if (doubling == 60 || !double.IsFinite(above))
                return null;
            (below, above) = (above, 2 * above);
        }

        return Root(potential, below, above, ofSlope: true);
    }

    private static double? Ending<TPotential>(TPotential potential, double projection)
        where TPotential : IStepPotential
    {
        var (below, above) = (projection, 2 * projection);
        for (var doubling = 0; potential.Value(above, out _, out _) < 0; doubling++)
        {
            if (doubling == 60)
                return null;
            (below, above) = (above, 2 * above);
        }

        return Root(potential, below, above, ofSlope: false);
    }

    // Newton's method kept between two ends of different sign, halving where it leaves them.
    private static double Root<TPotential>(TPotential potential, double below, double above, bool ofSlope)
        where TPotential : IStepPotential
    {
        var at = 0.5 * (below + above);
        for (var i = 0; i < MostIterations && above - below > 1e-15 * above; i++)
        {
            var psi = potential.Value(at, out var slope, out var curvature);
            var (value, rate) = ofSlope ? (slope, curvature) : (psi, slope);
            if (value < 0)
                below = at;
            else
                above = at;
            var next = at - value / rate;
            if (next == at)
                break;
            at = next > below && next < above ? next : 0.5 * (below + above);
        }

        return at;
    }

    private static double Slope<TPotential>(TPotential potential, double theta)
        where TPotential : IStepPotential
    {
        potential.Value(theta, out var slope, out _);
        return slope;
    }
}
