using ControlPlane.Simulation.Scenarios.Files.Schema;
using ControlPlane.Simulation.Scenarios.Files.Yaml;

namespace ControlPlane.Simulation.Scenarios.Files.Fields;

/// <summary>The keys of a drift.</summary>
internal static class DriftFields
{
    private static readonly QuantityKind Factor = new(Dimension.Number, "[0.2, 5]");

    /// <summary>The site.</summary>
    public static readonly Field<YamlScalar> Site = Field.Required("site", new NameKind(), "A site, or all.");

    /// <summary>When.</summary>
    public static readonly Field<double> At =
        Field.Default("at", new QuantityKind(Dimension.Duration, "[0 s, 3660 d]"), "0 s", "When the change begins, from the start; not after the horizon. Not with walk.");

    /// <summary>How long it takes.</summary>
    public static readonly Field<double> Over = Field.Default(
        "over", new QuantityKind(Dimension.Duration, "[0 s, 3660 d]"), "0 s", "How long the change takes, 0 s = at once: the factors move evenly, in steps of 10 min. Not with walk.");

    /// <summary>Speed.</summary>
    public static readonly Field<double> Time = Field.Default(
        "time", Factor, "1", "Factor on the seconds per unit of every operating point, from the end of the change on. With it or power, or both, and not with walk.");

    /// <summary>Power.</summary>
    public static readonly Field<double> Power = Field.Default("power", Factor, "1", "Factor on the power of every running job, likewise.");

    /// <summary>Random walk.</summary>
    public static readonly Field<double> Walk = Field.Optional(
        "walk",
        new QuantityKind(Dimension.Number, "(0, 2]"),
        "none",
        "Both factors walk at random, in steps of 10 min, and turn back at this departure: they stay in [1/(1 + walk), 1 + walk]. On top of changes; each site at most once.");

    /// <summary>Speed of the walk.</summary>
    public static readonly Field<double> PerDay =
        Field.Default("per-day", new QuantityKind(Dimension.Number, "(0, 2]"), "0.1", "Standard deviation of what a walk's logarithm moves in a day. Only with walk.");

    /// <summary>All keys.</summary>
    public static readonly SectionSchema Schema = new(
        "Drift",
        "Under `drift`: what sites really need moves away from their tables. Jobs run, and energy is counted, by the truth; policies know the tables. A job keeps the factors of its start. "
        + "One mapping a change or walk; changes of a site may not overlap.",
        [Site, At, Over, Time, Power, Walk, PerDay]);
}
