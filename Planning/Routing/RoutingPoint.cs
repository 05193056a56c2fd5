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
