using ControlPlane.Simulation.Scenarios.Files.Schema;

namespace ControlPlane.Simulation.Scenarios.Files.Fields;

/// <summary>The keys of the GPUs of a provider.</summary>
internal static class GenerationGpuFields
{
    private static readonly QuantityKind Power = new(Dimension.Power, "[0 W, 100 kW]");

    /// <summary>Idle power.</summary>
    public static readonly Field<double> Idle = Field.Default("idle", Power, "50 W", "Power of a GPU without work.");

    /// <summary>Host share.</summary>
    public static readonly Field<double> Host = Field.Default("host", Power, "80 W", "A GPU's share of its host, always on.");

    /// <summary>a.</summary>
    public static readonly Field<double> CubicShare = Field.Default(
        "cubic-share", new QuantityKind(Dimension.Number, "[0, 1]"), "0.7", "Share of the power above idle that falls with the cube of the clock; the rest falls with the clock.");

    /// <summary>Clocks.</summary>
    public static readonly Field<IReadOnlyList<double>> Clocks = Field.Optional(
        "clocks", new ListKind<double>(new QuantityKind(Dimension.Number, "(0, 1]"), "clocks", 1, 64), "0.5, 0.6, 0.7, 0.8, 0.9, 1", "Clocks to choose from, ascending; 1 is that of the measurements.");

    /// <summary>All keys.</summary>
    public static readonly SectionSchema Schema = new("GPUs of a provider", "Under `gpu` of a provider.", [Idle, Host, CubicShare, Clocks]);
}
