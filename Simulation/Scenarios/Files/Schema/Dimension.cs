namespace ControlPlane.Simulation.Scenarios.Files.Schema;

/// <summary>A kind of quantity and the units in which files may give it.</summary>
/// <param name="Name">In messages, for example <c>a duration</c>.</param>
/// <param name="BaseUnit">The unit of plain numbers and of the program; empty for pure numbers.</param>
/// <param name="Units">The allowed units.</param>
internal sealed record Dimension(string Name, string BaseUnit, IReadOnlyList<Unit> Units)
{
    /// <summary>Pure numbers.</summary>
    public static readonly Dimension Number = new("a number", "", []);

    /// <summary>Durations and times in seconds.</summary>
    public static readonly Dimension Duration = new(
        "a duration",
        "s",
        [new("us", 1, 1e6), new("ms", 1, 1000), new("s"), new("min", 60), new("h", 3600), new("d", 86_400)]);

    /// <summary>Power in watts.</summary>
    public static readonly Dimension Power = new("a power", "W", [new("W"), new("kW", 1000), new("MW", 1e6)]);

    /// <summary>Rates per second.</summary>
    public static readonly Dimension Rate = new("a rate", "/s", [new("/s"), new("/min", 1, 60), new("/h", 1, 3600), new("/d", 1, 86_400)]);

    /// <summary>Work in units.</summary>
    public static readonly Dimension Work = new("an amount of work", "units", [new("units"), new("k units", 1000), new("M units", 1e6)]);

    /// <summary>Seconds per unit of work.</summary>
    public static readonly Dimension Pace = new("a time per unit", "s/unit", [new("s/unit"), new("ms/unit", 1, 1000), new("us/unit", 1, 1e6)]);

    /// <summary>Energy in kilowatt-hours.</summary>
    public static readonly Dimension Energy = new("an energy", "kWh", [new("Wh", 1, 1000), new("kWh"), new("MWh", 1000)]);

    /// <summary>Prices of energy in US dollars per kilowatt-hour.</summary>
    public static readonly Dimension EnergyPrice = new("a price of energy", "USD/kWh", [new("USD/kWh"), new("USD/MWh", 1, 1000)]);

    /// <summary>Emissions of energy in kilograms of CO₂ per kilowatt-hour.</summary>
    public static readonly Dimension Carbon = new("emissions of energy", "kg/kWh", [new("kg/kWh"), new("g/kWh", 1, 1000), new("kg/MWh", 1, 1000)]);

    /// <summary>Temperatures in degrees Celsius.</summary>
    public static readonly Dimension Temperature = new("a temperature", "C", [new("C")]);

    /// <summary>Speeds in metres per second.</summary>
    public static readonly Dimension Speed = new("a speed", "m/s", [new("m/s"), new("km/h", 1, 3.6)]);

    /// <summary>Irradiance in watts per square metre.</summary>
    public static readonly Dimension Irradiance = new("an irradiance", "W/m2", [new("W/m2"), new("kW/m2", 1000)]);

    /// <summary>Energy of single images in joules.</summary>
    public static readonly Dimension ImageEnergy = new("an energy of an image", "J", [new("J"), new("kJ", 1000), new("Wh", 3600)]);

    /// <summary>Amounts of data in bytes.</summary>
    public static readonly Dimension Data = new("an amount of data", "B", [new("B"), new("kB", 1000), new("MB", 1e6), new("GB", 1e9)]);

    /// <summary>Throughput in megabits per second.</summary>
    public static readonly Dimension Throughput = new("a throughput", "Mbit/s", [new("kbit/s", 1, 1000), new("Mbit/s"), new("Gbit/s", 1000)]);

    /// <summary>The units in one line, for messages and tables.</summary>
    public string UnitList => string.Join(", ", Units.Select(u => u.Symbol));
}
