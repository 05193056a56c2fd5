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

    public void CopyTo(RoutingPoint other)
    {
        Shares.CopyTo(other.Shares, 0);
        SitePrices.CopyTo(other.SitePrices, 0);
        other.CarbonPrice = CarbonPrice;
    }
}
