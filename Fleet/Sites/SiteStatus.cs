namespace ControlPlane.Fleet.Sites;

/// <summary>What a data centre reports about itself; the only thing a policy sees of it.</summary>
/// <param name="Site">Site index.</param>
/// <param name="UpGpus">GPUs in working order that jobs have or may have; 0 while the site is lost.</param>
/// <param name="FreeGpus">Those of them without a job.</param>
/// <param name="Running">Running jobs.</param>
/// <param name="Queued">Waiting jobs.</param>
/// <param name="Accepting">Whether it takes new jobs: neither lost nor draining, and its queue is not full.</param>
/// <param name="IsUp">False while the site is lost.</param>
/// <param name="IsDraining">True while it takes no new jobs on an operator's order.</param>
/// <param name="PowerW">Present power in watts.</param>
/// <param name="ReportedS">When this was true, in seconds.</param>
public readonly record struct SiteStatus(
    int Site,
    int UpGpus,
    int FreeGpus,
    int Running,
    int Queued,
    bool Accepting,
    bool IsUp,
    bool IsDraining,
    double PowerW,
    double ReportedS)
{
    /// <summary>GPUs with a job.</summary>
    public int BusyGpus => UpGpus - FreeGpus;
}
