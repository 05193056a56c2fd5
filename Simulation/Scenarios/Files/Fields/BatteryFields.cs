using ControlPlane.Simulation.Scenarios.Files.Schema;

namespace ControlPlane.Simulation.Scenarios.Files.Fields;

/// <summary>The keys of a battery.</summary>
internal static class BatteryFields
{
    private static readonly QuantityKind Power = new(Dimension.Power, "[0 W, 100000 MW]");
    private static readonly QuantityKind Share = new(Dimension.Number, "[0, 1]");
    private static readonly QuantityKind Efficiency = new(Dimension.Number, "(0, 1]");

    /// <summary>Energy of its cells when full.</summary>
    public static readonly Field<double> Capacity = Field.Required("capacity", new QuantityKind(Dimension.Energy, "(0 kWh, 1000000 MWh]"), "Energy of its cells when full.");

    /// <summary>The most power that it takes.</summary>
    public static readonly Field<double> Charge = Field.Required("charge", Power, "The most power that it takes.");

    /// <summary>The most power that it gives.</summary>
    public static readonly Field<double> Discharge = Field.Required("discharge", Power, "The most power that it gives.");

    /// <summary>Of each kWh taken, so much arrives in the cells.</summary>
    public static readonly Field<double> ChargeEfficiency = Field.Default("charge-efficiency", Efficiency, "0.95", "Of each kWh taken, so much arrives in the cells.");

    /// <summary>Of each kWh drawn from the cells, so much is given.</summary>
    public static readonly Field<double> DischargeEfficiency = Field.Default("discharge-efficiency", Efficiency, "0.95", "Of each kWh drawn from the cells, so much is given.");

    /// <summary>State of charge below which it is not discharged.</summary>
    public static readonly Field<double> MinSoc = Field.Default("min-soc", Share, "0.1", "State of charge below which it is not discharged.");

    /// <summary>State of charge above which it is not charged.</summary>
    public static readonly Field<double> MaxSoc = Field.Default("max-soc", Share, "0.9", "State of charge above which it is not charged.");

    /// <summary>State of charge at the beginning, between min-soc and max-soc.</summary>
    public static readonly Field<double> InitialSoc = Field.Default("initial-soc", Share, "0.5", "State of charge at the beginning, between min-soc and max-soc.");

    /// <summary>Rate at which an idle battery loses what it has.</summary>
    public static readonly Field<double> SelfDischarge = Field.Default("self-discharge", new QuantityKind(Dimension.Rate, "[0 /s, 1 /min]"), "0 /d", "Rate at which an idle battery loses what it has.");

    /// <summary>Wear of a kWh that goes into the cells or comes out of them; 200 USD/kWh over 6000 cycles of 80 % are 0.021.</summary>
    public static readonly Field<double> Wear = Field.Default("wear", new QuantityKind(Dimension.EnergyPrice, "[0 USD/kWh, 100 USD/kWh]"), "0.021 USD/kWh", "Wear of a kWh that goes into the cells or comes out of them; 200 USD/kWh over 6000 cycles of 80 % are 0.021.");

    /// <summary>All keys.</summary>
    public static readonly SectionSchema Schema = new(
        "Battery",
        "Under `battery` of `energy`: powers are those at its terminals, energies those in its cells.",
        [Capacity, Charge, Discharge, ChargeEfficiency, DischargeEfficiency, MinSoc, MaxSoc, InitialSoc, SelfDischarge, Wear]);
}
