using ControlPlane.Fleet.Energy;

namespace ControlPlane.Policies.Dispatch.Live;

/// <summary>Nobody knows prices and weather.</summary>
public sealed class NoSignals : ISiteSignals
{
    /// <inheritdoc/>
    public SiteConditions? At(int site, DateTimeOffset from, TimeSpan length) => null;
}
