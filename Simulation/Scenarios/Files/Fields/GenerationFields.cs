using ControlPlane.Simulation.Scenarios.Files.Schema;

namespace ControlPlane.Simulation.Scenarios.Files.Fields;

/// <summary>The keys of a whole day of generation.</summary>
internal static class GenerationFields
{
    private static readonly QuantityKind Money = new(Dimension.Number, "[0, 1000]");

    /// <summary>Kind.</summary>
    public static readonly Field<ScenarioKind> Kind = Field.Required(
        ScenarioKinds.Key, new ChoiceKind<ScenarioKind>([(ScenarioKinds.Generation, ScenarioKind.Generation)]), "Says that the file is a day of generation.");

    /// <summary>Days.</summary>
    public static readonly Field<long> Days = Field.Default(
        "days", new CountKind(1, 366), "1", "Days to draw from: seed s runs the day `start` + s modulo days. Signals must reach from a day before the first to the last.");

    /// <summary>Slot.</summary>
    public static readonly Field<double> Slot = Field.Default("slot", new QuantityKind(Dimension.Duration, "[1 s, 1 h]"), "5 min", "Length of a slot; a day is a whole number of them.");

    /// <summary>Ablations.</summary>
    public static readonly Field<IReadOnlyList<string>> Without = Field.Optional(
        "without",
        new ListKind<string>(new ChoiceKind<string>([.. new[] { "clocks", "batteries", "renewables", "selling" }.Select(w => (w, w))]), "words", 0, 4),
        "everything is in use",
        "What is left out: 'clocks' (all GPUs run at 1), 'batteries', 'renewables', 'selling'.");

    /// <summary>Steps.</summary>
    public static readonly Field<IReadOnlyList<long>> Steps = FleetProviderFields.Steps;

    /// <summary>Deadlines.</summary>
    public static readonly Field<IReadOnlyDictionary<string, double>> Deadlines = FleetProviderFields.Deadlines;

    /// <summary>Revenue.</summary>
    public static readonly Field<double> Revenue = Field.Default("revenue", Money, "0.0002", "Paid by users for an image of quality 1 that is on time, USD.");

    /// <summary>Penalty.</summary>
    public static readonly Field<double> Penalty = Field.Default("penalty", Money, "0.0001", "Paid to users for an image that is not, USD.");

    /// <summary>Models.</summary>
    public static readonly Field<IReadOnlyDictionary<string, Section>> Models = FleetProviderFields.Models;

    /// <summary>Defaults of providers.</summary>
    public static readonly Field<Section> ProviderDefaults = FleetProviderFields.ProviderDefaults;

    /// <summary>Providers.</summary>
    public static readonly Field<IReadOnlyList<Section>> Providers = FleetProviderFields.Providers;

    /// <summary>Transfer.</summary>
    public static readonly Field<Section> Transfer = FleetProviderFields.Transfer;

    /// <summary>Arrivals.</summary>
    public static readonly Field<Section> Arrivals = Field.Optional("arrivals", new SectionKind(GenerationArrivalFields.Schema), "the defaults of its keys", "How jobs arrive.");

    /// <summary>Rules.</summary>
    public static readonly Field<Maybe<IReadOnlyList<PolicyEntry>>> Policies = Field.Default(
        "policies",
        new OrWordKind<IReadOnlyList<PolicyEntry>>("all", new ListKind<PolicyEntry>(new PolicyKind(), "rules", 1, 100)),
        "all",
        "The rules to run when the command line names none: names, or mappings of name and settings.");

    /// <summary>All keys.</summary>
    public static readonly SectionSchema Schema = new(
        "A day of generation",
        "The keys of a file with `kind: generation`. `include: [other.yaml]` comes on top of them.",
        [
            Kind, RootFields.Name, RootFields.Title, RootFields.Description, RootFields.Seed, RootFields.Start, Days, Slot, RootFields.Dispatch, RootFields.Forecast, Without, Steps,
            Deadlines, Revenue, Penalty, Models, ProviderDefaults, Providers, Transfer, Arrivals, Policies,
        ])
    { IsCompletedElsewhere = true };
}
