using ControlPlane.Simulation.Generation.Arrivals;
using ControlPlane.Simulation.Scenarios.Files.Schema;
using ControlPlane.Simulation.Scenarios.Files.Yaml;

namespace ControlPlane.Simulation.Scenarios.Files.Fields;

/// <summary>The keys of the arrivals of a day of generation.</summary>
internal static class GenerationArrivalFields
{
    private const int HoursPerDay = 24;

    /// <summary>Mean.</summary>
    public static readonly Field<double> JobsPerSlot =
        Field.Default("jobs-per-slot", new QuantityKind(Dimension.Number, "[0, 10000000]"), "3638", "Mean number of jobs in a slot, all providers together.");

    /// <summary>Swing.</summary>
    public static readonly Field<double> Swing = Field.Default("swing", new QuantityKind(Dimension.Number, "[0, 1]"), "0.45", "Relative swing of the sine over the day.");

    /// <summary>Phases.</summary>
    public static readonly Field<IReadOnlyList<double>> RisingHours = Field.Optional(
        "rising-hours",
        new ListKind<double>(new QuantityKind(Dimension.Number, "[0, 24)"), "hours", 1, 10_000),
        "9, 10, 12",
        "Hour, UTC, at which each provider's sine rises through its mean; a provider without one takes the first.");

    /// <summary>Histogram.</summary>
    public static readonly Field<IReadOnlyList<double>> HourWeights = Field.Optional(
        "hour-weights",
        new ListKind<double>(new QuantityKind(Dimension.Number, "[0, 1000000000]"), "weights, one an hour", HoursPerDay, HoursPerDay),
        "the sine",
        "Shape of the day instead of the sine, hour by hour in UTC; scaled to the mean.");

    /// <summary>Histogram of a file.</summary>
    public static readonly Field<YamlScalar> HourFile = Field.Optional(
        "hour-file", new TextKind(1000), "the sine", "In place of `hour-weights` a workload in one of the layouts of `controlplane signals layouts`: the shape of its day is taken.");

    /// <summary>Noise.</summary>
    public static readonly Field<double> Noise =
        Field.Default("noise", new QuantityKind(Dimension.Number, "[0, 3]"), "0.15", "σ of the log-normal noise of each slot, provider and deadline class.");

    /// <summary>Cohorts.</summary>
    public static readonly Field<ArrivalMode> Decide = Field.Default(
        "decide",
        new ChoiceKind<ArrivalMode>([("cohort", ArrivalMode.Cohort), ("job", ArrivalMode.PerJob)]),
        "cohort",
        "'cohort': once for all jobs of a slot, provider and deadline class. 'job': for each.");

    /// <summary>Images.</summary>
    public static readonly Field<long> Images = Field.Default("images", new CountKind(1, 1000), "1", "Images of a job.");

    /// <summary>Bytes.</summary>
    public static readonly Field<double> ImageSize =
        Field.Default("image-size", new QuantityKind(Dimension.Data, "[0 B, 10 GB]"), "0.3 MB", "What is transferred of an image when its job runs elsewhere.");

    /// <summary>All keys.</summary>
    public static readonly SectionSchema Schema = new(
        "Arrivals of generation jobs", "Under `arrivals`: Poisson by slot, provider and deadline class.", [JobsPerSlot, Swing, RisingHours, HourWeights, HourFile, Noise, Decide, Images, ImageSize]);
}
