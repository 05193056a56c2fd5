using ControlPlane.Simulation.Scenarios.Files.Schema;

namespace ControlPlane.Simulation.Scenarios.Files.Fields;

/// <summary>The coefficients of the power model.</summary>
internal static class PowerFields
{
    private static readonly QuantityKind Kind = new(Dimension.Power, "[0 W, 1 MW]");

    /// <summary>Cubic term.</summary>
    public static readonly Field<double> Alpha = Field.Required("alpha", Kind, "Power that grows with the cube of the clock.");

    /// <summary>Linear term.</summary>
    public static readonly Field<double> Beta = Field.Required("beta", Kind, "Power that grows linearly with the clock.");

    /// <summary>Constant term.</summary>
    public static readonly Field<double> Gamma = Field.Required("gamma", Kind, "Power that does not depend on the clock.");

    /// <summary>All keys.</summary>
    public static readonly SectionSchema Schema = new(
        "Power of a running GPU",
        "Under `power` of a site: p(f) = alpha f³ + beta f + gamma for one GPU at the normalised clock f; positive at every clock.",
        [Alpha, Beta, Gamma]);
}
