namespace ControlPlane.Planning.Routing;

/// <summary>
/// The half-space ⟨a, p⟩ ≤ b of shares and what the entropy makes of it (bregman-routing.md, section 2.2): p⁺(θ) = p e^(-θa) / Z(θ) class by class, and ψ(θ) = θb + Σ log Z_k(θ), which is
/// convex with ψ(0) = 0. A step θ brings every point of the half-space nearer, in the sense of the Kullback-Leibler divergence, if and only if ψ(θ) ≤ 0.
/// </summary>
/// <param name="weights">a, classes x sites, finite.</param>
/// <param name="limit">b.</param>
/// <param name="sites">Number of sites.</param>
/// <param name="shares">p, the shares to step from, classes x sites; 0 where a site is not allowed.</param>
public readonly struct HalfSpace(double[] weights, double limit, int sites, double[] shares) : IStepPotential
{
    /// <inheritdoc/>
    public double Value(double theta, out double slope, out double curvature)
    {
        (var value, slope, curvature) = (theta * limit, limit, 0);
        for (var first = 0; first < weights.Length; first += sites)
        {
            var lightest = Lightest(first);
            var (z, mean, square) = (0.0, 0.0, 0.0);
            for (var i = first; i < first + sites; i++)
            {
                var p = shares[i] * Math.Exp(-theta * (weights[i] - lightest));
                z += p;
                mean += p * weights[i];
                square += p * weights[i] * weights[i];
            }

            value += Math.Log(z) - theta * lightest;
            slope -= mean / z;
            curvature += square / z - mean / z * (mean / z);
        }

        return value;
    }

    /// <summary>p⁺(θ).</summary>
    /// <param name="theta">The step, ≥ 0.</param>
    /// <param name="leastShare">Least share of an allowed site.</param>
    /// <param name="result">Shares after; it may be those before.</param>
    public void Step(double theta, double leastShare, double[] result)
    {
        ArgumentNullException.ThrowIfNull(result);
        Span<double> steps = sites <= 256 ? stackalloc double[sites] : new double[sites];
        for (var first = 0; first < weights.Length; first += sites)
        {
            for (var s = 0; s < sites; s++)
                steps[s] = theta * weights[first + s];
            EntropicStep.Apply(shares.AsSpan(first, sites), steps, leastShare, result.AsSpan(first, sites));
        }
    }

    private double Lightest(int first)
    {
        var lightest = double.PositiveInfinity;
        for (var i = first; i < first + sites; i++)
        {
            if (shares[i] > 0)
                lightest = Math.Min(lightest, weights[i]);
        }

        return lightest;
    }
}
