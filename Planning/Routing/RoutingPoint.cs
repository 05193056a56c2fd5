namespace ControlPlane.Planning.Routing;

/// <summary>Shares with the prices of the limits: what mirror-prox moves.</summary>
internal sealed class RoutingPoint
{
    public RoutingPoint(int classes, int sites) => (Shares, SitePrices) = (new double[classes * sites], new double[sites]);

    /// <summary>Shares, classes x sites; each class's sum to 1.</summary>
    public double[] Shares { get; }

    /// <summary>Price of each site's capacity, relative to it.</summary>
    public double[] SitePrices { get; }

    /// <summary>Price of the emission budget, relative to it.</summary>
    public double CarbonPrice { get; set; }

    /// <summary>Each site that is allowed gets at least a share, the others none; then those of each class are made to sum to 1.</summary>
    public void Admit(RoutingProblem problem, double leastShare)
    {
        for (var k = 0; k < problem.Classes; k++)
        {
            var row = Shares.AsSpan(k * problem.Sites, problem.Sites);
            var sum = 0.0;
            for (var s = 0; s < row.Length; s++)
            {
                row[s] = problem.IsAllowed(k, s) ? Math.Max(row[s], leastShare) : 0;
                sum += row[s];
            }

            foreach (ref var share in row)
                share /= sum;
        }
    }

    /// <summary>Goes part of the way to another point.</summary>
    public void Approach(RoutingPoint other, double part)
    {
        for (var i = 0; i < Shares.Length; i++)
            Shares[i] += part * (other.Shares[i] - Shares[i]);
        for (var s = 0; s < SitePrices.Length; s++)
            SitePrices[s] += part * (other.SitePrices[s] - SitePrices[s]);
        CarbonPrice += part * (other.CarbonPrice - CarbonPrice);
    }
}
