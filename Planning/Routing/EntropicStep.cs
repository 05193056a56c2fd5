namespace ControlPlane.Planning.Routing;

/// <summary>The step of mirror descent with the entropy: shares times exp(-step), made to sum to 1 again.</summary>
public static class EntropicStep
{
    /// <summary>Steps the shares of one class.</summary>
    /// <param name="shares">Shares before, one a site; 0 where a site is not allowed.</param>
    /// <param name="steps">Step size times gradient, one a site; what is added to all changes nothing.</param>
    /// <param name="leastShare">Least share of an allowed site.</param>
    /// <param name="result">Shares after; it may be <paramref name="shares"/>.</param>
    /// <exception cref="ArgumentException">Lengths differ.</exception>
    public static void Apply(ReadOnlySpan<double> shares, ReadOnlySpan<double> steps, double leastShare, Span<double> result)
    {
        if (shares.Length != steps.Length || shares.Length != result.Length)
            throw new ArgumentException($"{shares.Length} shares, {steps.Length} steps and {result.Length} results.", nameof(steps));
        // The least step becomes 0: no exponential overflows, and the greatest share loses nothing.
        var least = double.PositiveInfinity;
        for (var s = 0; s < shares.Length; s++)
        {
            if (shares[s] > 0)
                least = Math.Min(least, steps[s]);
        }

        var sum = 0.0;
        for (var s = 0; s < shares.Length; s++)
        {
            // What underflows stays above 0 and comes back by its floor: only a site that is not allowed has no share.
            result[s] = shares[s] > 0 ? Math.Max(shares[s] * Math.Exp(least - steps[s]), double.Epsilon) : 0;
            sum += result[s];
        }

        var total = 0.0;
        for (var s = 0; s < result.Length; s++)
        {
            result[s] = result[s] > 0 ? Math.Max(result[s] / sum, leastShare) : 0;
            total += result[s];
        }

        foreach (ref var share in result)
            share /= total;
    }
}
