namespace ControlPlane.Simulation.Results;

/// <summary>Samples of a run at equal distances: the first at one interval after the start.</summary>
/// <param name="SiteCount">Number of sites.</param>
public sealed record TimeSeries(int SiteCount)
{
    /// <summary>Times of the samples, seconds.</summary>
    public List<double> TimeS { get; } = [];

    /// <summary>Fleet power, W, a value a sample.</summary>
    public List<float> PowerW { get; } = [];

    /// <summary>Running jobs of the fleet, a value a sample.</summary>
    public List<int> Running { get; } = [];

    /// <summary>Jobs waiting at ingresses, a value a sample.</summary>
    public List<int> Held { get; } = [];

    /// <summary>Jobs completed so far, a value a sample.</summary>
    public List<long> Completed { get; } = [];

    /// <summary>Waiting jobs by site: sample k and site d at k·SiteCount + d.</summary>
    public List<int> Queued { get; } = [];

    /// <summary>Busy GPUs by site, laid out as <see cref="Queued"/>.</summary>
    public List<int> BusyGpus { get; } = [];

    /// <summary>Power by site in W, laid out as <see cref="Queued"/>.</summary>
    public List<float> SitePowerW { get; } = [];

    /// <summary>Jobs waiting at all sites at a sample.</summary>
    /// <param name="sample">Index of the sample.</param>
    public long QueuedTotal(int sample)
    {
        long total = 0;
        for (var site = 0; site < SiteCount; site++)
            total += Queued[sample * SiteCount + site];
        return total;
    }
}
