using ControlPlane.Simulation.Scenarios.Files.Schema;

namespace ControlPlane.Simulation.Scenarios.Files.Fields;

/// <summary>The keys of a grid connection.</summary>
internal static class GridFields
{
    private static readonly QuantityKind Kind = new(Dimension.Power, "[0 W, 100000 MW]");

    /// <summary>The most power bought.</summary>
    public static readonly Field<double> Import = Field.Required("import", Kind, "The most power bought.");

    /// <summary>The most power sold.</summary>
    public static readonly Field<double> Export = Field.Default("export", Kind, "0 W", "The most power sold.");

    /// <summary>All keys.</summary>
    public static readonly SectionSchema Schema = new(
        "Grid connection",
        "Under `grid` of `energy`.",
        [Import, Export]);
}
