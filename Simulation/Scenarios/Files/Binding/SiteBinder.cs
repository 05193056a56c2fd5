using ControlPlane.Fleet.Hardware;
using ControlPlane.Fleet.Sites;
using ControlPlane.Simulation.Scenarios.Files.Fields;
using ControlPlane.Simulation.Scenarios.Files.Schema;

namespace ControlPlane.Simulation.Scenarios.Files.Binding;

/// <summary>Makes data centres of sections.</summary>
/// <param name="problems">Takes what is wrong.</param>
internal sealed class SiteBinder(Problems problems)
{
    /// <summary>The most entries of all operating tables together.</summary>
    private const long MaxTableEntries = 4_000_000;

    private readonly List<DataCenterSpec> _specs = [];
    private readonly List<Section?> _energy = [];
    private readonly EnergyBinder _energyBinder = new(problems);

    /// <summary>The names of the data centres.</summary>
    public NameTable Names { get; } = new("sites");

    /// <summary>The energy side of each data centre as it is written, by site index; null where there is none.</summary>
    public IReadOnlyList<Section?> Energy => _energy;

    /// <summary>Makes all data centres.</summary>
    /// <param name="root">The scenario.</param>
    public IReadOnlyList<DataCenterSpec> Bind(Section root)
    {
        var gpus = root.Get(RootFields.Gpus).ToDictionary(g => g.Key, g => Gpu(g.Key, g.Value));
        foreach (var site in root.Get(RootFields.Sites))
            Add(site, gpus);
        CheckSize(root);
        return _specs;
    }

    private GpuType Gpu(string name, Section gpu)
    {
        var (idle, peak, sleep) = (gpu.Get(GpuFields.Idle), gpu.Get(GpuFields.Peak), gpu.Get(GpuFields.Sleep));
        if (idle > peak)
            problems.Add(gpu.At(GpuFields.Idle), $"must be at most the peak power, {peak} W, not {idle} W");
        if (sleep > idle)
            problems.Add(gpu.At(GpuFields.Sleep), $"must be at most the idle power, {idle} W, not {sleep} W");
        return new GpuType(name, idle, peak, sleep);
    }

    private void Add(Section site, Dictionary<string, GpuType> gpus)
    {
        var gpuName = site.Get(SiteFields.Gpu);
        if (!gpus.TryGetValue(gpuName.Text, out var gpu))
        {
            problems.Add(gpuName, $"there is no GPU type {gpuName.Described}; {Suggestion.For(gpuName.Text, gpus.Keys, "GPU types")}");

            // The site exists all the same: what refers to it is not wrong.
            gpu = new GpuType(gpuName.Text, 0, 0, 0);
        }

        var before = Names.Names.Count;
        Names.Add(site.Get(SiteFields.Name), (int)site.Get(SiteFields.Replicas), null, problems);
        var clocks = Clocks(site);
        var spec = new DataCenterSpec
        {
            Name = "",
            Gpu = gpu,
            GpuCount = (int)site.Get(SiteFields.Count),
            Clocks = clocks,
            DefaultClock = DefaultClock(site, clocks),
            MaxGpusPerJob = (int)site.Get(SiteFields.MaxGpusPerJob),
            Power = Power(site, clocks[0]),
            Latency = Latency(site),
            QueueLimit = site.Get(SiteFields.QueueLimit) is { HasValue: true, Value: var limit } ? (int)limit : null,
            CheckpointIntervalS = site.Get(SiteFields.CheckpointEvery) is { HasValue: true, Value: var everyS } ? everyS : null,
            Energy = site.Find(SiteFields.Energy) is { } energy ? _energyBinder.Bind(energy) : null,
        };
        _specs.AddRange(Names.Names.Skip(before).Select(name => spec with { Name = name }));
        _energy.AddRange(Names.Names.Skip(before).Select(_ => site.Find(SiteFields.Energy)));
    }

    private IReadOnlyList<double> Clocks(Section site)
    {
        var clocks = site.Get(SiteFields.Clocks);
        var wrong = Enumerable.Range(1, clocks.Count - 1).FirstOrDefault(i => clocks[i] <= clocks[i - 1]);
        if (wrong > 0)
            problems.Add(site.At(SiteFields.Clocks), $"must be ascending, but {clocks[wrong - 1]} is followed by {clocks[wrong]}");
        return clocks;
    }

    private double DefaultClock(Section site, IReadOnlyList<double> clocks)
    {
        if (!site.Has(SiteFields.DefaultClock))
            return clocks[^1];
        var clock = site.Get(SiteFields.DefaultClock);
        if (!clocks.Contains(clock))
            problems.Add(site.At(SiteFields.DefaultClock), $"must be one of the clocks {string.Join(", ", clocks)}, not {clock}");
        return clock;
    }

    private PowerCoefficients Power(Section site, double leastClock)
    {
        var power = site.Get(SiteFields.Power);
        var result = new PowerCoefficients(power.Get(PowerFields.Alpha), power.Get(PowerFields.Beta), power.Get(PowerFields.Gamma));
        if (result.PerGpuW(leastClock) <= 0)
            problems.Add(site.At(SiteFields.Power), $"the power of a running GPU must be above 0 W at every clock; at {leastClock} it is 0 W");
        return result;
    }

    private LatencyCoefficients Latency(Section site)
    {
        var time = site.Get(SiteFields.Time);
        var result = new LatencyCoefficients(time.Get(TimeFields.Alpha), time.Get(TimeFields.Beta), time.Get(TimeFields.Gamma));
        if (result.SecondsPerUnit(1, 1) <= 0)
            problems.Add(site.At(SiteFields.Time), "alpha and beta must not both be 0: work takes time");
        return result;
    }

    private void CheckSize(Section root)
    {
        var entries = _specs.Sum(s => (long)Math.Min(s.MaxGpusPerJob, s.GpuCount) * s.Clocks.Count);
        if (entries > MaxTableEntries)
            problems.Add(root.At(RootFields.Sites), $"sites × GPUs per job × clocks must be at most {MaxTableEntries}, not {entries}");
    }
}
