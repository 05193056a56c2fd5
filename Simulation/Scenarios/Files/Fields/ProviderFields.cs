using ControlPlane.Fleet.Generation;
using ControlPlane.Simulation.Scenarios.Files.Schema;
using ControlPlane.Simulation.Scenarios.Files.Yaml;

namespace ControlPlane.Simulation.Scenarios.Files.Fields;

/// <summary>The keys of a service provider.</summary>
internal static class ProviderFields
{
    /// <summary>Name.</summary>
    public static readonly Field<YamlScalar> Name = Field.Required("name", new NameKind(), "Name, different from all others.");

    /// <summary>Model.</summary>
    public static readonly Field<YamlScalar> Model = Field.Required("model", new NameKind(), "One of `models`, or SD1.5, SDXL or SD3.5 as they are built in.");

    /// <summary>GPUs.</summary>
    public static readonly Field<double> Gpus = Field.Required("gpus", new QuantityKind(Dimension.Number, "(0, 100000]"), "GPUs; a share of one counts where the queue is a fluid.");

    /// <summary>Queue.</summary>
    public static readonly Field<QueueKind> Queue = Field.Default(
        "queue",
        new ChoiceKind<QueueKind>([("fluid", QueueKind.Fluid), ("fifo", QueueKind.Fifo)]),
        "fluid",
        "'fluid': work is spread over the slot. 'fifo': job by job before a whole number of GPUs.");

    /// <summary>Admission.</summary>
    public static readonly Field<Maybe<double>> MaxWait = Field.Default(
        "max-wait",
        new OrWordKind<double>("none", new QuantityKind(Dimension.Duration, "(0 s, 1 d]")),
        "none",
        "It declines work for which jobs would have to wait longer; none = it takes everything.");

    /// <summary>GPU.</summary>
    public static readonly Field<Section> Gpu = Field.Optional("gpu", new SectionKind(GenerationGpuFields.Schema), "the defaults of its keys", "Power and clocks of its GPUs.");

    /// <summary>Energy.</summary>
    public static readonly Field<Section> Energy = Field.Required("energy", new SectionKind(EnergyFields.Schema), "Grid connection, battery, sun, wind, prices.");

    private static readonly Field<Section> EnergyDefaults =
        Field.Optional("energy", new SectionKind(EnergyFields.Defaults), "", "Values of `energy` for all that do not give their own.");

    /// <summary>All keys.</summary>
    public static readonly SectionSchema Schema = new(
        "Providers",
        "Under `providers`: one model on one pool of GPUs at one site. Required keys may come from `provider-defaults`.",
        [Name, Model, Gpus, Queue, MaxWait, Gpu, Energy])
    { IsCompletedElsewhere = true };

    /// <summary>The keys of the defaults: all but the name, none required.</summary>
    public static readonly SectionSchema Defaults = new(
        "Provider defaults",
        "Under `provider-defaults`: the keys of a provider but its name, all optional.",
        [Model.AsOptional(), Gpus.AsOptional(), Queue, MaxWait, Gpu, EnergyDefaults])
    { IsCompletedElsewhere = true };
}
