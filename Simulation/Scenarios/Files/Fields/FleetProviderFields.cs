using ControlPlane.Simulation.Scenarios.Files.Schema;

namespace ControlPlane.Simulation.Scenarios.Files.Fields;

/// <summary>The keys of service providers that days of generation and fleets share. A fleet may leave all of them out.</summary>
internal static class FleetProviderFields
{
    /// <summary>Steps.</summary>
    public static readonly Field<IReadOnlyList<long>> Steps = Field.Optional(
        "steps", new ListKind<long>(new CountKind(1, 1000), "numbers of steps", 1, 100), "6, 10, 14, …, 42", "Numbers of denoising steps to choose from, ascending.");

    /// <summary>Deadlines.</summary>
    public static readonly Field<IReadOnlyDictionary<string, double>> Deadlines = Field.Required(
        "deadlines", new MapKind<double>(new QuantityKind(Dimension.Duration, "(0 s, 1 h]"), "deadlines", 100), "The deadline classes: time until the result is to be back, by name.");

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

    /// <summary>Deadlines of a fleet.</summary>
    public static readonly Field<IReadOnlyDictionary<string, double>> DeadlinesOfFleet = Field.Optional(
        Deadlines.Name,
        new MapKind<double>(new QuantityKind(Dimension.Duration, "(0 s, 1 h]"), "deadlines", 100),
        "urgent: 8 s, quick: 15 s, normal: 30 s, relaxed: 60 s",
        "The deadline classes of generation jobs: time until the result is to be back, by name.");

    /// <summary>Providers of a fleet.</summary>
    public static readonly Field<IReadOnlyList<Section>> ProvidersOfFleet = Field.Optional(
        Providers.Name,
        new ListKind<Section>(new SectionKind(ProviderFields.Schema), "providers", 1, 1000),
        "none",
        "Service providers beside the data centres, for a node that runs; simulations of a fleet leave them out.");
}
