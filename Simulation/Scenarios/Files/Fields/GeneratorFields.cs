using ControlPlane.Simulation.Scenarios.Files.Schema;

namespace ControlPlane.Simulation.Scenarios.Files.Fields;

/// <summary>The keys of a generator.</summary>
internal static class GeneratorFields
{
    private static readonly QuantityKind Power = new(Dimension.Power, "[0 W, 100000 MW]");

    /// <summary>The least power while it runs.</summary>
    public static readonly Field<double> Min = Field.Required("min", Power, "The least power while it runs.");

    /// <summary>The most power; not below min.</summary>
    public static readonly Field<double> Max = Field.Required("max", Power, "The most power; not below min.");

    /// <summary>How fast its power may change while it runs, in an hour.</summary>
    public static readonly Field<double> Ramp = Field.Optional("ramp", Power, "as fast as one likes", "How fast its power may change while it runs, in an hour.");

    /// <summary>Cost of running at all, USD an hour.</summary>
    public static readonly Field<double> Running = Field.Default("running-usd-per-hour", new QuantityKind(Dimension.Number, "[0, 1000000]"), "0", "Cost of running at all, USD an hour.");

    /// <summary>Fuel.</summary>
    public static readonly Field<double> Fuel = Field.Default("fuel", new QuantityKind(Dimension.EnergyPrice, "[0 USD/kWh, 100 USD/kWh]"), "0.3 USD/kWh", "Fuel.");

    /// <summary>Emissions.</summary>
    public static readonly Field<double> Carbon = Field.Default("carbon", new QuantityKind(Dimension.Carbon, "[0 kg/kWh, 10 kg/kWh]"), "0.7 kg/kWh", "Emissions.");

    /// <summary>All keys.</summary>
    public static readonly SectionSchema Schema = new(
        "Generator",
        "Under `generator` of `energy`: off, or between its least and its most power.",
        [Min, Max, Ramp, Running, Fuel, Carbon]);
}
