using ControlPlane.Simulation.Scenarios.Files.Schema;
using ControlPlane.Simulation.Scenarios.Files.Yaml;

namespace ControlPlane.Simulation.Scenarios.Files.Fields;

/// <summary>The keys of a data centre.</summary>
internal static class SiteFields
{
    /// <summary>Name.</summary>
    public static readonly Field<YamlScalar> Name = Field.Required("name", new NameKind(), "Name, unique among sites and ingresses.");

    /// <summary>GPU type.</summary>
    public static readonly Field<YamlScalar> Gpu = Field.Required("gpu", new NameKind(), "Its GPU type, one of `gpus`.");

    /// <summary>GPU count.</summary>
    public static readonly Field<long> Count = Field.Required("count", new CountKind(1, 1_000_000), "Number of GPUs.");

    /// <summary>Power model.</summary>
    public static readonly Field<Section> Power = Field.Required("power", new SectionKind(PowerFields.Schema), "Power model of a running GPU.");

    /// <summary>Speed model.</summary>
    public static readonly Field<Section> Time = Field.Required("time", new SectionKind(TimeFields.Schema), "Speed model.");

    /// <summary>Clock levels.</summary>
    public static readonly Field<IReadOnlyList<double>> Clocks = Field.Required(
        "clocks",
        new ListKind<double>(new QuantityKind(Dimension.Number, "(0, 1]"), "clocks", 1, 64),
        "Normalised clock levels in (0, 1], ascending.");

    /// <summary>Default clock.</summary>
    public static readonly Field<double> DefaultClock = Field.Optional(
        "default-clock",
        new QuantityKind(Dimension.Number, "(0, 1]"),
        "the highest of `clocks`",
        "The clock of a job for which nobody chooses one; one of `clocks`.");

    /// <summary>Most GPUs of a job.</summary>
    public static readonly Field<long> MaxGpusPerJob =
        Field.Default(
            "max-gpus-per-job",
            new CountKind(1, 1024),
            "8",
            "The most GPUs that one job may have; a smaller site gives at most what it has.");

    /// <summary>Checkpoints.</summary>
    public static readonly Field<Maybe<double>> CheckpointEvery = Field.Default(
        "checkpoint-every",
        new OrWordKind<double>("none", new QuantityKind(Dimension.Duration, "[0 s, 30 d]")),
        "none",
        "Time between checkpoints of a running job; 0 s = continuous, none = a failure loses all its progress.");

    /// <summary>Queue limit.</summary>
    public static readonly Field<Maybe<long>> QueueLimit =
        Field.Default("queue-limit", new OrWordKind<long>("none", new CountKind(0, 1_000_000_000)), "none", "The most jobs that may wait here.");

    /// <summary>Energy.</summary>
    public static readonly Field<Section> Energy = Field.Optional(
        "energy", new SectionKind(EnergyFields.Schema), "money and emissions are not counted", "Grid connection, battery, sun, wind, prices.");

    /// <summary>Copies.</summary>
    public static readonly Field<long> Replicas =
        Field.Default("replicas", new CountKind(1, 10_000), "1", "Number of equal sites: from 2 on they are called name-01, name-02, …");

    private static readonly Field<Section> EnergyDefaults =
        Field.Optional("energy", new SectionKind(EnergyFields.Defaults), "", "Values of `energy` for all that do not give their own.");

    /// <summary>All keys.</summary>
    public static readonly SectionSchema Schema = new(
        "Sites",
        "Under `sites`, one mapping a data centre: a pool of one GPU type. Required keys may come from `site-defaults`.",
        [Name, Gpu, Count, Replicas, Power, Time, Clocks, DefaultClock, MaxGpusPerJob, CheckpointEvery, QueueLimit, Energy])
    { IsCompletedElsewhere = true };

    /// <summary>The keys of the defaults: all but the name, none required.</summary>
    public static readonly SectionSchema Defaults = new(
        "Site defaults",
        "Under `site-defaults`: the keys of a site but its name, all optional.",
        [
            Gpu.AsOptional(), Count.AsOptional(), Replicas, Power.AsOptional(), Time.AsOptional(), Clocks.AsOptional(), DefaultClock,
            MaxGpusPerJob, CheckpointEvery, QueueLimit, EnergyDefaults,
        ])
    { IsCompletedElsewhere = true };
}
