using ControlPlane.Simulation.Scenarios.Files.Schema;

namespace ControlPlane.Simulation.Scenarios.Files.Fields;

/// <summary>The keys of the cooling.</summary>
internal static class CoolingFields
{
    private static readonly QuantityKind Cop = new(Dimension.Number, "(0, 100]");

    /// <summary>Coefficient of performance at the nominal temperature.</summary>
    public static readonly Field<double> Base = Field.Default("cop", Cop, "5", "Coefficient of performance at the nominal temperature.");

    /// <summary>How much it falls with each °C.</summary>
    public static readonly Field<double> Slope = Field.Default("slope", new QuantityKind(Dimension.Number, "[0, 10]"), "0.1", "How much it falls with each °C.");

    /// <summary>The nominal temperature.</summary>
    public static readonly Field<double> Nominal = Field.Default("nominal", new QuantityKind(Dimension.Temperature, "[-50 C, 60 C]"), "25 C", "The nominal temperature.");

    /// <summary>The least coefficient.</summary>
    public static readonly Field<double> Least = Field.Default("least", Cop, "2", "The least coefficient.");

    /// <summary>The greatest coefficient; not below least.</summary>
    public static readonly Field<double> Most = Field.Default("most", Cop, "7", "The greatest coefficient; not below least.");

    /// <summary>All keys.</summary>
    public static readonly SectionSchema Schema = new(
        "Cooling",
        "Under `cooling` of `energy`: COP = clip(cop − slope·(T − nominal), least, most); the cooling takes the power of the computers / COP.",
        [Base, Slope, Nominal, Least, Most]);
}
