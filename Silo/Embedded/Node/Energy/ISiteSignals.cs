using ControlPlane.Fleet.Energy;

namespace ControlPlane.Silo.Embedded.Node.Energy;

/// <summary>Prices and weather of sites over time.</summary>
internal interface ISiteSignals
{
    /// <summary>What they are at a site at a moment.</summary>
    /// <param name="site">Site index.</param>
    /// <param name="at">The moment, also one to come: what is forecast for it.</param>
    /// <returns>Null when that is not known: it is never taken as zero.</returns>
    SiteConditions? At(int site, DateTimeOffset at);
}
