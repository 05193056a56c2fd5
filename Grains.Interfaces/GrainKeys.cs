namespace ControlPlane.Grains.Interfaces;

/// <summary>
/// Keys of the grains of one run or one live region. The run's own key, which is that of its policy, is chosen by the client and must be unique; a region's
/// own key, which is that of its coordinator, board and workers, is its name.
/// </summary>
public static class GrainKeys
{
    /// <summary>Key of a data centre.</summary>
    /// <param name="run">Key of the run or the region.</param>
    /// <param name="site">Name of the site.</param>
    public static string Site(string run, string site) => $"{run}/site/{site}";

    /// <summary>Key of an ingress.</summary>
    /// <param name="run">Key of the run or the region.</param>
    /// <param name="ingress">Name of the ingress.</param>
    public static string Ingress(string run, string ingress) => $"{run}/ingress/{ingress}";
}
