using ControlPlane.Simulation.Scenarios.Files.Schema;

namespace ControlPlane.Simulation.Scenarios.Files.Fields;

/// <summary>The keys of solar panels.</summary>
internal static class PvFields
{
    /// <summary>Power at 1000 W/m² and 25 °C in the cells.</summary>
    public static readonly Field<double> Nominal = Field.Required("nominal", new QuantityKind(Dimension.Power, "[0 W, 100000 MW]"), "Power at 1000 W/m² and 25 °C in the cells.");

    /// <summary>All keys.</summary>
    public static readonly SectionSchema Schema = new(
        "Solar panels",
        "Under `pv` of `energy`.",
        [Nominal]);
}
