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

    /// <summary>The units in one line, for messages and tables.</summary>
    public string UnitList => string.Join(", ", Units.Select(u => u.Symbol));
}
