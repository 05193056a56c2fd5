using ControlPlane.Client.Hosting;

namespace ControlPlane.Client.Regions;

/// <summary>The way to live regions that this build has.</summary>
internal static partial class RegionVerbs
{
    /// <summary>Connects to a region.</summary>
    /// <param name="target">The region.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="InputException">Orleans was left out of this build.</exception>
    /// <exception cref="RegionUnreachableException">No gateway answers.</exception>
    public static IRegionVerbs Connect(RegionTarget target, CancellationToken cancellation)
    {
        IRegionVerbs? verbs = null;
        Connect(target, cancellation, ref verbs);
        return verbs ?? throw new InputException("live regions are not in this build: it was made without Orleans (MSBuild property Orleans=false)");
    }

    // Implemented in the folder that is compiled only with Orleans; without it the call is not compiled either.
    static partial void Connect(RegionTarget target, CancellationToken cancellation, ref IRegionVerbs? verbs);
}
