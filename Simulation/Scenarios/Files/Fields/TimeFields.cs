using ControlPlane.Simulation.Scenarios.Files.Schema;

namespace ControlPlane.Simulation.Scenarios.Files.Fields;

/// <summary>The coefficients of the speed model.</summary>
internal static class TimeFields
{
    private static readonly QuantityKind Kind = new(Dimension.Pace, "[0 s/unit, 1000000 s/unit]");

    /// <summary>Constant term.</summary>
    public static readonly Field<double> Alpha = Field.Required("alpha", Kind, "Time that depends on neither clock nor GPU count.");

    /// <summary>Clock term.</summary>
    public static readonly Field<double> Beta = Field.Required("beta", Kind, "Time that shrinks with the clock.");

    /// <summary>Synchronisation term.</summary>
    public static readonly Field<double> Gamma = Field.Required("gamma", Kind, "Synchronisation time per GPU, from two GPUs on.");

    /// <summary>All keys.</summary>
    public static readonly SectionSchema Schema = new(
        "Time per unit of work",
        "Under `time` of a site: T(1, f) = alpha + beta/f, and T(n, f) = (alpha + beta/f + gamma n)/n for n ≥ 2 GPUs; "
        + "alpha and beta are not both 0.",
        [Alpha, Beta, Gamma]);
}
