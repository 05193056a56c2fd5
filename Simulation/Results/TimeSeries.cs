namespace ControlPlane.Simulation.Results;

/// <summary>Samples of a run at equal distances: the first at one interval after the start.</summary>
public sealed class TimeSeries
{
    /// <summary>Makes an empty series with room for all its samples.</summary>
    /// <param name="siteCount">Number of sites.</param>
    /// <param name="samples">Expected number of samples.</param>
    public TimeSeries(int siteCount, int samples)
    {
        SiteCount = siteCount;
        TimeS = new(samples);
        PowerW = new(samples);
        Running = new(samples);
        Held = new(samples);
        Completed = new(samples);
        Queued = new(samples * siteCount);
        BusyGpus = new(samples * siteCount);
        SitePowerW = new(samples * siteCount);
    }

    /// <summary>Number of sites.</summary>
    public int SiteCount { get; }

    /// <summary>Times of the samples, seconds.</summary>
    public List<double> TimeS { get; }

    /// <summary>Fleet power, W, a value a sample.</summary>
    public List<float> PowerW { get; }

    /// <summary>Running jobs of the fleet, a value a sample.</summary>
    public List<int> Running { get; }

    /// <summary>Jobs waiting at ingresses, a value a sample.</summary>
    public List<int> Held { get; }

    /// <summary>Jobs completed so far, a value a sample.</summary>
    public List<long> Completed { get; }

    /// <summary>Waiting jobs by site: sample k and site d at k·SiteCount + d.</summary>
    public List<int> Queued { get; }

    /// <summary>Busy GPUs by site, laid out as <see cref="Queued"/>.</summary>
    public List<int> BusyGpus { get; }

    /// <summary>Power by site in W, laid out as <see cref="Queued"/>.</summary>
    public List<float> SitePowerW { get; }

    /// <summary>Jobs waiting anywhere at a sample: at all sites and at ingresses.</summary>
    /// <param name="sample">Index of the sample.</param>
    public long Waiting(int sample)
    {
        long total = Held[sample];
        for (var site = 0; site < SiteCount; site++)
            total += Queued[sample * SiteCount + site];
        return total;
    }
}
