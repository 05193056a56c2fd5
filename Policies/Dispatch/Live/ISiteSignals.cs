using ControlPlane.Fleet.Energy;

namespace ControlPlane.Policies.Dispatch.Live;

/// <summary>Prices and weather of sites over time.</summary>
public interface ISiteSignals
{
    /// <summary>What they are at a site, as means over a time.</summary>
    /// <param name="site">Site index.</param>
    /// <param name="from">Where the time begins; also in the future: what is forecast for it.</param>
    /// <param name="length">Its length, above 0.</param>
    /// <returns>Null when that is not known: it is never taken as zero.</returns>
    /// <exception cref="ArgumentException">It is not known; the message says why.</exception>
    SiteConditions? At(int site, DateTimeOffset from, TimeSpan length);
}
