using ControlPlane.Policies.Dispatch;
using ControlPlane.Simulation.Scenarios.Files.Schema;
using ControlPlane.Simulation.Scenarios.Files.Yaml;

namespace ControlPlane.Simulation.Scenarios.Files.Fields;

/// <summary>The keys of a whole scenario.</summary>
internal static class RootFields
{
    /// <summary>Kind.</summary>
    public static readonly Field<ScenarioKind> Kind = Field.Default(
        ScenarioKinds.Key,
        new ChoiceKind<ScenarioKind>([(ScenarioKinds.Fleet, ScenarioKind.Fleet)]),
        ScenarioKinds.Fleet,
        "Says that the file is about data centres with GPU jobs; days of generation have keys of their own.");

    /// <summary>Short name.</summary>
    public static readonly Field<YamlScalar> Name =
        Field.Optional("name", new NameKind(), "the file's name", "Short name in tables and result files.");

    /// <summary>Heading.</summary>
    public static readonly Field<YamlScalar> Title = Field.Optional("title", new TextKind(200), "the name", "One line for headings.");

    /// <summary>What it shows.</summary>
    public static readonly Field<YamlScalar> Description =
        Field.Optional("description", new TextKind(10_000), "empty", "What it shows, in a few sentences.");

    /// <summary>Simulated time.</summary>
    public static readonly Field<double> Horizon =
        Field.Required("horizon", new QuantityKind(Dimension.Duration, "[1 s, 3660 d]"), "How long to simulate.");

    /// <summary>Seed.</summary>
    public static readonly Field<long> Seed =
        Field.Default("seed", new CountKind(0, 9_007_199_254_740_991), "123", "Seed of all random streams when the command line gives none.");

    /// <summary>Random streams.</summary>
    public static readonly Field<RandomMode> Random = Field.Default(
        "random",
        new ChoiceKind<RandomMode>([("independent", RandomMode.Independent), ("published", RandomMode.Published)]),
        "independent",
        "'independent': a stream for each use, so that policies see the same jobs. 'published': one Python-compatible stream, drawn in the "
        + "order of the published simulator.");

    /// <summary>Load factor.</summary>
    public static readonly Field<double> Load =
        Field.Default("load", new QuantityKind(Dimension.Number, "(0, 1000]"), "1", "Factor on all arrival rates (not on traces).");

    /// <summary>Sampling of time series.</summary>
    public static readonly Field<double> SampleEvery =
        Field.Default("sample-every", new QuantityKind(Dimension.Duration, "[1 s, 30 d]"), "5 min", "Time between samples of the time series.");

    /// <summary>Staleness.</summary>
    public static readonly Field<double> StatusEvery = Field.Default(
        "status-every",
        new QuantityKind(Dimension.Duration, "[0 s, 30 d]"),
        "0 s",
        "How old a site's report may be when a policy reads it; 0 s = always fresh.");

    /// <summary>The moment 0.</summary>
    public static readonly Field<DateTimeOffset> Start =
        Field.Default("start", new MomentKind(), "2023-01-01T00:00Z", "The moment at which the run begins, in UTC; prices and weather depend on it.");

    /// <summary>Slots of energy.</summary>
    public static readonly Field<double> EnergySlot = Field.Default(
        "energy-slot", new QuantityKind(Dimension.Duration, "[1 s, 1 d]"), "5 min", "How long battery and generator keep what a dispatcher decided; money is counted by slot.");

    /// <summary>Dispatcher.</summary>
    public static readonly Field<string> Dispatch = Field.Default(
        "dispatch", new ChoiceKind<string>([.. DispatchCatalog.Names.Select(n => (n, n))]), "threshold", "What decides on batteries at sites that have one.");

    /// <summary>Forecasts.</summary>
    public static readonly Field<EnergyForecast> Forecast = Field.Default(
        "forecast",
        new ChoiceKind<EnergyForecast>([("same-hour", EnergyForecast.SameHour), ("perfect", EnergyForecast.Perfect)]),
        "same-hour",
        "What dispatchers know of prices and weather of the next day: as it was a day before, or as it will be. The load is always forecast as it was a day before.");

    /// <summary>Power cap.</summary>
    public static readonly Field<Section> PowerCap =
        Field.Optional("power-cap", new SectionKind(PowerCapFields.Schema), "none", "The most power that the GPUs of the fleet may draw.");

    /// <summary>GPU types.</summary>
    public static readonly Field<IReadOnlyDictionary<string, Section>> Gpus =
        Field.Required("gpus", new MapKind<Section>(new SectionKind(GpuFields.Schema), "GPU types", 1000), "The GPU types by name.");

    /// <summary>Defaults of sites.</summary>
    public static readonly Field<Section> SiteDefaults =
        Field.Optional("site-defaults", new SectionKind(SiteFields.Defaults), "", "Values for every site that does not give its own.");

    /// <summary>Sites.</summary>
    public static readonly Field<IReadOnlyList<Section>> Sites =
        Field.Required(
            "sites",
            new ListKind<Section>(new SectionKind(SiteFields.Schema), "sites", 1, 10_000),
            "The data centres, in the order of tables.");

    /// <summary>Defaults of ingresses.</summary>
    public static readonly Field<Section> IngressDefaults =
        Field.Optional("ingress-defaults", new SectionKind(IngressFields.Defaults), "", "Values for every ingress that does not give its own.");

    /// <summary>Ingresses.</summary>
    public static readonly Field<IReadOnlyList<Section>> Ingresses = Field.Required(
        "ingresses",
        new ListKind<Section>(new SectionKind(IngressFields.Schema), "ingresses", 1, 10_000),
        "Where jobs enter, in the order of draws and tables.");

    /// <summary>Network.</summary>
    public static readonly Field<Section> Wan =
        Field.Required("wan", new SectionKind(WanFields.Schema), "The network between ingresses and sites.");

    /// <summary>Traces.</summary>
    public static readonly Field<IReadOnlyList<Section>> Traces =
        Field.Optional(
            "traces",
            new ListKind<Section>(new SectionKind(TraceFields.Schema), "trace files", 0, 1000),
            "none",
            "Files of jobs, on top of the arrival processes.");

    /// <summary>Events.</summary>
    public static readonly Field<IReadOnlyList<Section>> Events = Field.Optional(
        "events",
        new ListKind<Section>(new SectionKind(EventFields.Schema), "events", 0, 100_000),
        "none",
        "What happens to the fleet. The order in the file counts only for events at the same time.");

    /// <summary>Failures of GPUs.</summary>
    public static readonly Field<IReadOnlyList<Section>> GpuFailures = Field.Optional(
        "gpu-failures",
        new ListKind<Section>(new SectionKind(GpuFailureFields.Schema), "failure processes", 0, 10_000),
        "none",
        "Random failures and repairs of GPUs.");

    /// <summary>Sites that differ from their tables.</summary>
    public static readonly Field<IReadOnlyList<Section>> Drift = Field.Optional(
        "drift", new ListKind<Section>(new SectionKind(DriftFields.Schema), "drifts", 0, 10_000), "sites are as their tables say", "Sites that come to differ from their tables.");

    /// <summary>Policies.</summary>
    public static readonly Field<Maybe<IReadOnlyList<PolicyEntry>>> Policies = Field.Default(
        "policies",
        new OrWordKind<IReadOnlyList<PolicyEntry>>("all", new ListKind<PolicyEntry>(new PolicyKind(), "policies", 1, 100)),
        "all",
        "The policies to run when the command line names none: names, or mappings of name and settings.");

    /// <summary>The shield's fall-back.</summary>
    public static readonly Field<PolicyEntry> Fallback = Field.Optional(
        "fallback",
        new PolicyKind(),
        "least-loaded with 1 GPU",
        "The policy that decides where the decision of the one that runs cannot take effect: a name, or a mapping of name and settings.");

    /// <summary>All keys.</summary>
    public static readonly SectionSchema Schema = new(
        "The scenario",
        "The keys of the file itself. `include: [other.yaml]` comes on top of them.",
        [
            Kind, Name, Title, Description, Horizon, Seed, Random, Load, SampleEvery, StatusEvery, Start, EnergySlot, Dispatch, Forecast, PowerCap, Gpus, SiteDefaults, Sites, IngressDefaults, Ingresses,
            Wan, Traces, Events, GpuFailures, Drift, Policies, Fallback,
            FleetProviderFields.ProvidersOfFleet, FleetProviderFields.ProviderDefaults, FleetProviderFields.Models, FleetProviderFields.Transfer, FleetProviderFields.DeadlinesOfFleet,
            FleetProviderFields.Steps,
        ])
    { IsCompletedElsewhere = true };
}
