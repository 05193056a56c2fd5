namespace ControlPlane.Planning.Joint;

/// <summary>
/// What the joint compute-power plan is made for (compute-power-milp.md, section 1.2): sites with their energy, training jobs that run without a break at one site, inference
/// classes that are routed under latency, and a carbon budget over all of it. Units: MW, MWh, USD, tCO2, GPUs, hours; slots are counted from 0.
/// </summary>
public sealed record JointInstance
{
    /// <summary>What the instance is called.</summary>
    public required string Name { get; init; }

    /// <summary>Length of a slot, h, in (0, 24].</summary>
    public required double SlotHours { get; init; }

    /// <summary>Number of slots, at least 1.</summary>
    public required int Slots { get; init; }

    /// <summary>The sites, at least one, with names of their own.</summary>
    public required IReadOnlyList<JointSite> Sites { get; init; }

    /// <summary>The training jobs, with names of their own.</summary>
    public IReadOnlyList<TrainingJob> Jobs { get; init; } = [];

    /// <summary>The inference classes, with names of their own.</summary>
    public IReadOnlyList<InferenceClass> Classes { get; init; } = [];

    /// <summary>What part of a site's power per GPU each class of jobs draws; a job names one by its index.</summary>
    public IReadOnlyList<double> PowerShares { get; init; } = [1.0];

    /// <summary>The carbon budget and what carbon costs.</summary>
    public CarbonTerms Carbon { get; init; } = new();

    /// <summary>What a GPU-hour below the least share that a class must be served costs besides its own penalty, USD.</summary>
    public double ShortfallUsdPerGpuH { get; init; } = 40;

    /// <summary>What is wrong with the instance: the field, what was given and its range; null where nothing is.</summary>
    public string? Complain()
    {
        if (!(SlotHours is > 0 and <= 24))
            return $"slot hours: {SlotHours} must lie in (0, 24]";
        if (Slots < 1)
            return $"slots: {Slots} must be at least 1";
        if (Sites.Count == 0)
            return "sites: there must be at least one";
        if (PowerShares.Count == 0 || PowerShares.Any(share => !(share is >= 0 and <= 10)))
            return "power shares: there must be at least one, and each must lie in [0, 10]";
        if (!(ShortfallUsdPerGpuH is >= 0 and < 1e9))
            return $"shortfall: {ShortfallUsdPerGpuH} USD/GPU-h must lie in [0, 1e9)";
        return Carbon.Complain()
            ?? Sites.Select(site => site.Complain(Slots) is { } c ? $"site {site.Name}: {c}" : null).FirstOrDefault(c => c is not null)
            ?? Jobs.Select(job => job.Complain(this) is { } c ? $"job {job.Name}: {c}" : null).FirstOrDefault(c => c is not null)
            ?? Classes.Select(c => c.Complain(this) is { } complaint ? $"class {c.Name}: {complaint}" : null).FirstOrDefault(c => c is not null)
            ?? Twice("site", Sites.Select(site => site.Name))
            ?? Twice("job", Jobs.Select(job => job.Name))
            ?? Twice("class", Classes.Select(c => c.Name));
    }

    /// <summary>Throws where <see cref="Complain"/> complains.</summary>
    /// <exception cref="ArgumentException">The instance is not allowed; the message names the field and its range.</exception>
    public void Check()
    {
        if (Complain() is { } complaint)
            throw new ArgumentException($"{Name}: {complaint}.");
    }

    private static string? Twice(string what, IEnumerable<string> names)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        return names.FirstOrDefault(name => !seen.Add(name)) is { } twice ? $"{what} {twice}: the name is taken twice" : null;
    }
}
