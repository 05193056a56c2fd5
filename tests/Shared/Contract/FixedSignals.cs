using ControlPlane.Fleet.Energy;
using ControlPlane.Policies.Dispatch.Live;

namespace ControlPlane.Contract.Tests;

/// <summary>The same prices and weather at all times, until they are taken away.</summary>
/// <param name="conditions">What they are; null for not known.</param>
internal sealed class FixedSignals(SiteConditions? conditions) : ISiteSignals
{
    public SiteConditions? At(int site, DateTimeOffset from, TimeSpan length) => conditions;
}
