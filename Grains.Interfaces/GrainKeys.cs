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

    /// <summary>Key of a service provider.</summary>
    /// <param name="run">Key of the run or the region.</param>
    /// <param name="provider">Its name.</param>
    public static string Provider(string run, string provider) => $"{run}/provider/{provider}";

    /// <summary>Key of the energy manager of a site.</summary>
    /// <param name="run">Key of the run or the region.</param>
    /// <param name="site">Name of the site, or of the provider there.</param>
    public static string Energy(string run, string site) => $"{run}/energy/{site}";

    /// <summary>Key of a battery.</summary>
    /// <param name="run">Key of the run or the region.</param>
    /// <param name="site">Name of the site, or of the provider there.</param>
    public static string Battery(string run, string site) => $"{run}/battery/{site}";

    /// <summary>The ingress that is the home of a job with an id: the same in every silo and build, so that an id is found, and is unique, without a directory.</summary>
    /// <param name="job">The id.</param>
    /// <param name="ingresses">Number of ingresses of the fleet, ≥ 1.</param>
    /// <returns>Index of the ingress.</returns>
    public static int Home(string job, int ingresses)
    {
        ArgumentNullException.ThrowIfNull(job);
        // FNV-1a, 64 bits.
        var hash = 14695981039346656037UL;
        foreach (var letter in job)
            hash = unchecked((hash ^ letter) * 1099511628211UL);
        return (int)((hash >> 16) % (ulong)ingresses);
    }
}
