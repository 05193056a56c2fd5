using ControlPlane.Fleet.Randomness;
using ControlPlane.Planning.Routing;

namespace ControlPlane.Core.Tests.Planning.Routing;

public sealed class FejerWindowTests
{
    private const int Classes = 4;
    private const int Sites = 6;

    [Fact]
    public void A_whole_projection_lands_on_the_boundary()
    {
        foreach (var (limit, shares, weights, bound) in Broken(50))
        {
            var window = FejerWindow.Find(limit)!.Value;
            var after = new double[shares.Length];
            limit.Step(window.Projection, 1e-30, after);
            Assert.Equal(bound, Dot(weights, after), 1e-9);
        }
    }

    [Fact]
    public void Inside_the_window_no_point_of_the_half_space_gets_farther_away()
    {
        var random = new RandomStream(7, "points");
        foreach (var (limit, shares, weights, bound) in Broken(40))
        {
            var window = FejerWindow.Find(limit)!.Value;
            foreach (var part in (double[])[0.3, 1, 0.5 + window.MostRelaxation / 2, 0.999 * window.MostRelaxation])
            {
                var after = new double[shares.Length];
                limit.Step(part * window.Projection, 1e-30, after);
                for (var i = 0; i < 20; i++)
                {
                    var q = Inside(random, weights, bound);
                    Assert.True(RandomRouting.Divergence(q, after) <= RandomRouting.Divergence(q, shares) + 1e-10);
                }
            }
        }
    }

    [Fact]
    public void Points_of_the_boundary_move_by_exactly_psi_so_that_beyond_the_window_they_get_farther_away()
    {
        var random = new RandomStream(8, "boundary");
        foreach (var (limit, shares, weights, bound) in Broken(20))
        {
            var window = FejerWindow.Find(limit)!.Value;
            // A point of the boundary: another one projected onto it.
            var q = RandomRouting.Shares(random, Classes, Sites);
            var toBoundary = new HalfSpace(weights, bound, Sites, q);
            if (FejerWindow.Projected(toBoundary) is not { } step)
                continue;
            toBoundary.Step(step, 1e-30, q);
            var theta = 1.15 * window.End;
            var after = new double[shares.Length];
            limit.Step(theta, 1e-30, after);
            var moved = RandomRouting.Divergence(q, after) - RandomRouting.Divergence(q, shares);
            Assert.Equal(limit.Value(theta, out _, out _), moved, 1e-9);
            Assert.True(moved > 0);
        }
    }

    [Fact]
    public void The_window_of_the_Euclidean_distance_is_twice_the_projection()
    {
        foreach (var (violation, square) in new[] { (0.1, 3.0), (5.0, 0.2), (1e-6, 40.0) })
            Assert.Equal(2, FejerWindow.Find(new Euclidean(violation, square))!.Value.MostRelaxation, 1e-9);
    }

    [Fact]
    public void The_window_is_wider_than_two_where_the_weights_lean_to_the_right_and_narrower_where_to_the_left()
    {
        var random = new RandomStream(9, "skewness");
        var (wider, narrower) = (0, 0);
        for (var round = 0; round < 300; round++)
        {
            var shares = RandomRouting.Shares(random, Classes, Sites);
            double[] weights = [.. Enumerable.Range(0, shares.Length).Select(_ => random.NextUniform())];
            var (variance, third) = Moments(shares, weights);
            if (Math.Abs(third) < 0.1 * Math.Pow(variance, 1.5))
                continue;
            var window = FejerWindow.Find(new HalfSpace(weights, Dot(weights, shares) - 1e-3, Sites, shares))!.Value;
            Assert.Equal(Math.Sign(third), Math.Sign(window.MostRelaxation - 2));
            _ = third > 0 ? wider++ : narrower++;
        }

        Assert.True(wider > 20 && narrower > 20, $"{wider} wider and {narrower} narrower");
    }

    [Fact]
    public void A_limit_that_is_kept_needs_no_step_and_one_that_cannot_be_kept_has_none()
    {
        Assert.Null(FejerWindow.Find(new HalfSpace([1, 2], 1.6, 2, [0.5, 0.5])));
        Assert.Null(FejerWindow.Find(new HalfSpace([1, 2], 0.9, 2, [0.5, 0.5])));
    }

    private static IEnumerable<(HalfSpace Limit, double[] Shares, double[] Weights, double Bound)> Broken(int count)
    {
        var random = new RandomStream(6, "broken");
        for (var i = 0; i < count; i++)
        {
            var shares = RandomRouting.Shares(random, Classes, Sites);
            double[] weights = [.. Enumerable.Range(0, shares.Length).Select(_ => 2 * random.NextUniform())];
            var least = Enumerable.Range(0, Classes).Sum(k => weights.AsSpan(k * Sites, Sites).ToArray().Min());
            var bound = least + (0.2 + 0.7 * random.NextUniform()) * (Dot(weights, shares) - least);
            yield return (new HalfSpace(weights, bound, Sites, shares), shares, weights, bound);
        }
    }

    // Shares between random ones and the lightest, inside the half-space.
    private static double[] Inside(RandomStream random, double[] weights, double bound)
    {
        var q = RandomRouting.Shares(random, Classes, Sites);
        while (Dot(weights, q) > bound)
        {
            for (var k = 0; k < Classes; k++)
            {
                var row = weights.AsSpan(k * Sites, Sites).ToArray();
                var lightest = Array.IndexOf(row, row.Min());
                for (var s = 0; s < Sites; s++)
                    q[k * Sites + s] = 0.8 * q[k * Sites + s] + (s == lightest ? 0.2 : 0);
            }
        }

        return q;
    }

    private static (double Variance, double Third) Moments(double[] shares, double[] weights)
    {
        var (variance, third) = (0.0, 0.0);
        for (var first = 0; first < shares.Length; first += Sites)
        {
            var mean = Enumerable.Range(first, Sites).Sum(i => shares[i] * weights[i]);
            variance += Enumerable.Range(first, Sites).Sum(i => shares[i] * Math.Pow(weights[i] - mean, 2));
            third += Enumerable.Range(first, Sites).Sum(i => shares[i] * Math.Pow(weights[i] - mean, 3));
        }

        return (variance, third);
    }

    private static double Dot(double[] a, double[] b) => a.Zip(b, (x, y) => x * y).Sum();

    // What a step changes the half of the squared distance to a point of the boundary by.
    private readonly struct Euclidean(double violation, double square) : IStepPotential
    {
        public double Value(double theta, out double slope, out double curvature)
        {
            (slope, curvature) = (square * theta - violation, square);
            return theta * (0.5 * square * theta - violation);
        }
    }
}
