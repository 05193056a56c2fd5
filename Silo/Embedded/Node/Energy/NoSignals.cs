using ControlPlane.Fleet.Energy;

namespace ControlPlane.Silo.Embedded.Node.Energy;

/// <summary>Nobody knows prices and weather.</summary>
internal sealed class NoSignals : ISiteSignals
{
    /// <inheritdoc/>
    public SiteConditions? At(int site, DateTimeOffset at) => null;
}
