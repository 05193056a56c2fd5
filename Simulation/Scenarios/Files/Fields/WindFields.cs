using ControlPlane.Simulation.Scenarios.Files.Schema;

namespace ControlPlane.Simulation.Scenarios.Files.Fields;

/// <summary>The keys of a wind turbine.</summary>
internal static class WindFields
{
    private static readonly QuantityKind Speed = new(Dimension.Speed, "[0 m/s, 100 m/s]");

    /// <summary>Power at the rated speed.</summary>
    public static readonly Field<double> Nominal = Field.Required("nominal", new QuantityKind(Dimension.Power, "[0 W, 100000 MW]"), "Power at the rated speed.");

    /// <summary>Wind speed at which it begins.</summary>
    public static readonly Field<double> CutIn = Field.Default("cut-in", Speed, "3 m/s", "Wind speed at which it begins.");

    /// <summary>Wind speed of its nominal power; above cut-in.</summary>
    public static readonly Field<double> Rated = Field.Default("rated", Speed, "12 m/s", "Wind speed of its nominal power; above cut-in.");

    /// <summary>Wind speed at which it stops; above rated.</summary>
    public static readonly Field<double> CutOut = Field.Default("cut-out", Speed, "25 m/s", "Wind speed at which it stops; above rated.");

    /// <summary>All keys.</summary>
    public static readonly SectionSchema Schema = new(
        "Wind turbine",
        "Under `wind` of `energy`: the cube of the wind speed between cut-in and rated.",
        [Nominal, CutIn, Rated, CutOut]);
}
