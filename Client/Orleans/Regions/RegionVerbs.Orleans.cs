using ControlPlane.Client.Orleans.Regions;

namespace ControlPlane.Client.Regions;

/// <content>Live regions on grains.</content>
internal static partial class RegionVerbs
{
    static partial void Connect(RegionTarget target, CancellationToken cancellation, ref IRegionVerbs? verbs) =>
        verbs = new LiveRegionVerbs(RegionConnection.Open(target, cancellation));
}
