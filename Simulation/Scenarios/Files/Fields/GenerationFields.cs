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
    public static readonly Field<IReadOnlyList<long>> Steps = Field.Optional(
        "steps", new ListKind<long>(new CountKind(1, 1000), "numbers of steps", 1, 100), "6, 10, 14, …, 42", "Numbers of denoising steps to choose from, ascending.");

    /// <summary>Deadlines.</summary>
    public static readonly Field<IReadOnlyDictionary<string, double>> Deadlines = Field.Required(
        "deadlines", new MapKind<double>(new QuantityKind(Dimension.Duration, "(0 s, 1 h]"), "deadlines", 100), "The deadline classes: time until the result is to be back, by name.");

    /// <summary>Revenue.</summary>
    public static readonly Field<double> Revenue = Field.Default("revenue", Money, "0.0002", "Paid by users for an image of quality 1 that is on time, USD.");

    /// <summary>Penalty.</summary>
    public static readonly Field<double> Penalty = Field.Default("penalty", Money, "0.0001", "Paid to users for an image that is not, USD.");

    /// <summary>Models.</summary>
    public static readonly Field<IReadOnlyDictionary<string, Section>> Models = Field.Optional(
        "models", new MapKind<Section>(new SectionKind(GenerationModelFields.Schema), "models", 1000), "those that are built in", "Models besides SD1.5, SDXL and SD3.5, or in their place.");

    /// <summary>Defaults of providers.</summary>
    public static readonly Field<Section> ProviderDefaults =
        Field.Optional("provider-defaults", new SectionKind(ProviderFields.Defaults), "", "Values for every provider that does not give its own.");

    /// <summary>Providers.</summary>
    public static readonly Field<IReadOnlyList<Section>> Providers = Field.Required(
        "providers", new ListKind<Section>(new SectionKind(ProviderFields.Schema), "providers", 1, 1000), "The service providers, in the order of tables.");

    /// <summary>Transfer.</summary>
    public static readonly Field<Section> Transfer = Field.Optional("transfer", new SectionKind(TransferFields.Schema), "the defaults of its keys", "Transfers between providers.");

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
