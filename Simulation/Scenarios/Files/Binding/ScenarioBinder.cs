using ControlPlane.Fleet;
using ControlPlane.Policies.Catalog;
using ControlPlane.Policies.Shield;
using ControlPlane.Simulation.Scenarios.Files.Fields;
using ControlPlane.Simulation.Scenarios.Files.Loading;
using ControlPlane.Simulation.Scenarios.Files.Schema;
using ControlPlane.Simulation.Scenarios.Files.Yaml;
using ControlPlane.Simulation.Signals;

namespace ControlPlane.Simulation.Scenarios.Files.Binding;

/// <summary>Makes a scenario of a merged file: first every value by itself, then what values mean together, last the traces.</summary>
/// <param name="files">Opens traces.</param>
/// <param name="catalog">The policies that may be named.</param>
internal sealed class ScenarioBinder(ScenarioFiles files, IReadOnlyList<PolicyDescriptor> catalog)
{
    private const int MaxSamples = 1_000_000;
    private const double MaxEnergySlots = 10_000_000;
    private const int MaxPairs = 4_000_000;

    private readonly Problems _problems = new();

    /// <summary>Makes the scenario.</summary>
    /// <param name="file">The merged file.</param>
    /// <param name="defaultName">Its name when it gives none.</param>
    /// <exception cref="ScenarioException">Something is wrong.</exception>
    public Scenario Bind(YamlMapping file, string defaultName)
    {
        if (ScenarioKinds.Of(file) == ScenarioKind.Generation && file.TryGet(ScenarioKinds.Key, out var kind))
            throw new ScenarioException(new ScenarioProblem(kind.File, kind.Line, kind.Column, kind.Path, "the file is a day of generation, where a fleet of data centres is wanted"));
        var completed = YamlMerge.Complete(file, RootFields.Sites.Name, RootFields.SiteDefaults.Name);
        completed = YamlMerge.Complete(completed, RootFields.Ingresses.Name, RootFields.IngressDefaults.Name);
        completed = YamlMerge.Complete(completed, FleetProviderFields.ProvidersOfFleet.Name, FleetProviderFields.ProviderDefaults.Name);
        var isRead = new SectionKind(RootFields.Schema).TryRead(completed, _problems, out var root);
        _problems.ThrowIfAny();
        return isRead ? Make(root!, defaultName) : throw new InvalidOperationException("A refused file must have a problem.");
    }

    private Scenario Make(Section root, string defaultName)
    {
        var sites = new SiteBinder(_problems);
        var specs = sites.Bind(root);
        var ingresses = new WorkloadBinder(sites.Names, _problems);
        var workloads = ingresses.Bind(root);
        CheckSize(root, sites.Names, ingresses.Names);
        var links = new WanBinder(sites.Names, ingresses.Names, _problems).Bind(root.Get(RootFields.Wan));
        var events = new EventBinder(sites.Names, specs, _problems);
        var policies = new PolicyBinder(catalog, files, _problems);
        var (generation, providerEnergy) = new FleetProviderBinder(files, _problems).Bind(root);
        var scenario = new Scenario
        {
            Name = root.Find(RootFields.Name)?.Text ?? defaultName,
            Title = root.Find(RootFields.Title)?.Text ?? root.Find(RootFields.Name)?.Text ?? defaultName,
            Description = root.Find(RootFields.Description)?.Text.Trim() ?? "",
            HorizonS = root.Get(RootFields.Horizon),
            Seed = root.Get(RootFields.Seed),
            Random = root.Get(RootFields.Random),
            SampleEveryS = root.Get(RootFields.SampleEvery),
            StatusEveryS = root.Get(RootFields.StatusEvery),
            Load = root.Get(RootFields.Load),
            Workloads = workloads,
            Events = events.Bind(root),
            GpuFailures = events.BindFailures(root),
            Drift = new DriftBinder(sites.Names, _problems).Bind(root),
            Policies = policies.Bind(root.Get(RootFields.Policies).Value ?? []),
            Energy = Energy(root, sites.Energy),
            ProviderEnergy = providerEnergy,
            PowerCap = root.Find(RootFields.PowerCap) is { } cap
                ? new PowerCap(cap.Get(PowerCapFields.Limit), cap.Get(PowerCapFields.By), cap.Get(PowerCapFields.Every))
                : null,
            Fallback = root.Find(RootFields.Fallback) is { } fallback ? policies.Bind([fallback])[0] : ShieldedPolicy.DefaultFallback,
            Fleet = null!,
        };
        CheckRates(root, scenario);
        _problems.ThrowIfAny();
        var trace = new TraceBinder(files, ingresses.Names, _problems).Bind(root);
        _problems.ThrowIfAny();
        return scenario with { Trace = trace, Fleet = new FleetModel(specs, ingresses.Names.Names, links) { Generation = generation } };
    }

    private EnergyScenario? Energy(Section root, IReadOnlyList<Section?> sites)
    {
        if (sites.All(s => s is null))
            return null;
        var (start, horizonS, slotS) = (root.Get(RootFields.Start), root.Get(RootFields.Horizon), root.Get(RootFields.EnergySlot));
        if (horizonS / slotS * sites.Count > MaxEnergySlots)
            _problems.Add(root.At(RootFields.EnergySlot), $"horizon / energy-slot × sites must be at most {MaxEnergySlots}, not {horizonS / slotS * sites.Count:0}");
        var binder = new SignalBinder(start, horizonS, files, _problems);
        // Replicas share what is written once.
        var made = new Dictionary<Section, SiteSignals?>();
        var energy = new EnergyScenario
        {
            StartUtc = start,
            SlotS = slotS,
            Dispatch = root.Get(RootFields.Dispatch),
            Forecast = root.Get(RootFields.Forecast),
            Signals = [.. sites.Select(SignalsOf)],
        };
        if (energy.Complain(horizonS) is { } complaint)
            _problems.Add(root.At(RootFields.Start), complaint);
        return energy;

        SiteSignals? SignalsOf(Section? site)
        {
            if (site is null)
                return null;
            if (!made.TryGetValue(site, out var signals))
                made.Add(site, signals = binder.Bind(site));
            return signals;
        }
    }

    private void CheckRates(Section root, Scenario scenario)
    {
        if (scenario.Energy?.IsComplete == true)
            return;
        if (scenario.Policies.FirstOrDefault(NeedsRates) is { } policy)
            _problems.Add(root.At(RootFields.Policies), $"the policy '{policy.Name}' needs an 'energy' section at every site");
        if (NeedsRates(scenario.Fallback))
            _problems.Add(root.At(RootFields.Fallback), $"the policy '{scenario.Fallback.Name}' needs an 'energy' section at every site");

        static bool NeedsRates(PolicySpec spec) => PolicyCatalog.Find(spec.Name)?.NeedsRates == true;
    }

    private void CheckSize(Section root, NameTable sites, NameTable ingresses)
    {
        var pairs = (long)sites.Names.Count * ingresses.Names.Count;
        if (pairs > MaxPairs)
            _problems.Add(root.At(RootFields.Sites), $"sites × ingresses must be at most {MaxPairs}, not {pairs}");
        var samples = root.Get(RootFields.Horizon) / root.Get(RootFields.SampleEvery);
        if (samples > MaxSamples)
            _problems.Add(root.At(RootFields.SampleEvery), $"horizon / sample-every must be at most {MaxSamples} samples, not {samples:0}");
    }
}
