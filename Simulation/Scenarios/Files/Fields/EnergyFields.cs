using ControlPlane.Simulation.Scenarios.Files.Schema;

namespace ControlPlane.Simulation.Scenarios.Files.Fields;

/// <summary>The keys of the energy side of a site.</summary>
internal static class EnergyFields
{
    /// <summary>Grid connection.</summary>
    public static readonly Field<Section> Grid =
        Field.Optional("grid", new SectionKind(GridFields.Schema), "all that is needed is bought, nothing is sold", "The grid connection.");

    /// <summary>Battery.</summary>
    public static readonly Field<Section> Battery = Field.Optional("battery", new SectionKind(BatteryFields.Schema), "none", "The battery.");

    /// <summary>Panels.</summary>
    public static readonly Field<Section> Pv = Field.Optional("pv", new SectionKind(PvFields.Schema), "none", "Solar panels; they need `irradiance`.");

    /// <summary>Turbine.</summary>
    public static readonly Field<Section> Wind = Field.Optional("wind", new SectionKind(WindFields.Schema), "none", "A wind turbine; it needs `wind-speed`.");

    /// <summary>Generator.</summary>
    public static readonly Field<Section> Generator = Field.Optional("generator", new SectionKind(GeneratorFields.Schema), "none", "A generator.");

    /// <summary>Cooling.</summary>
    public static readonly Field<Section> Cooling =
        Field.Optional("cooling", new SectionKind(CoolingFields.Schema), "none is counted", "The cooling; it needs `temperature`.");

    /// <summary>Losses.</summary>
    public static readonly Field<double> Loss =
        Field.Default("loss", new QuantityKind(Dimension.Number, "[0, 1]"), "0.03", "Of all power used, so much more is lost in transformers and cables.");

    /// <summary>Price.</summary>
    public static readonly Field<SignalEntry> Price = Field.Required(
        "price", SignalFields.Kind(Dimension.EnergyPrice, "[-100 USD/kWh, 100 USD/kWh]", "Price"), "Price of a bought kWh.");

    /// <summary>Selling.</summary>
    public static readonly Field<double> SellShare =
        Field.Default("sell-share", new QuantityKind(Dimension.Number, "[0, 1]"), "0.8", "What a sold kWh earns, as a share of the price of a bought one.");

    /// <summary>Carbon.</summary>
    public static readonly Field<SignalEntry> Carbon = Field.Required(
        "carbon", SignalFields.Kind(Dimension.Carbon, "[0 kg/kWh, 5 kg/kWh]", "Carbon"), "Emissions of a bought kWh.");

    /// <summary>Sun.</summary>
    public static readonly Field<SignalEntry> Irradiance = Field.Optional(
        "irradiance", SignalFields.Kind(Dimension.Irradiance, "[0 W/m2, 2000 W/m2]", "Irradiance"), "none; `pv` needs it", "Global horizontal irradiance.");

    /// <summary>Wind.</summary>
    public static readonly Field<SignalEntry> WindSpeed =
        Field.Optional("wind-speed", SignalFields.Kind(Dimension.Speed, "[0 m/s, 120 m/s]", "Wind speed"), "none; `wind` needs it", "Wind speed at the turbine.");

    /// <summary>Temperature.</summary>
    public static readonly Field<SignalEntry> Temperature =
        Field.Optional("temperature", SignalFields.Kind(Dimension.Temperature, "[-80 C, 70 C]", "Temperature"), "not used; `cooling` and `pv` need it", "Temperature outside.");

    /// <summary>All keys.</summary>
    public static readonly SectionSchema Schema = new(
        "Energy of a site",
        "Under `energy` of a site: what it buys, sells, stores and makes. Money and emissions of a run are counted for sites that have it.",
        [Grid, Battery, Pv, Wind, Generator, Cooling, Loss, Price, SellShare, Carbon, Irradiance, WindSpeed, Temperature])
    { IsCompletedElsewhere = true };

    /// <summary>The same keys in defaults, none required.</summary>
    public static readonly SectionSchema Defaults = new(
        "Energy defaults",
        "Under `energy` of defaults: the keys of the energy side of a site, all optional.",
        [Grid, Battery, Pv, Wind, Generator, Cooling, Loss, Price.AsOptional(), SellShare, Carbon.AsOptional(), Irradiance, WindSpeed, Temperature])
    { IsCompletedElsewhere = true };
}
