using ControlPlane.Simulation.Scenarios.Files.Schema;

namespace ControlPlane.Simulation.Scenarios.Files.Fields;

/// <summary>The keys of a GPU type.</summary>
internal static class GpuFields
{
    private static readonly QuantityKind Power = new(Dimension.Power, "[0 W, 100 kW]");

    /// <summary>Idle power.</summary>
    public static readonly Field<double> Idle = Field.Required("idle", Power, "Power of an idle, awake GPU; at least that of a sleeping one.");

    /// <summary>Peak power.</summary>
    public static readonly Field<double> Peak = Field.Required("peak", Power, "Power at full load; at least that of an idle one.");

    /// <summary>Sleep power.</summary>
    public static readonly Field<double> Sleep = Field.Required("sleep", Power, "Power of a power-gated GPU; every GPU without a job sleeps.");

    /// <summary>All keys.</summary>
    public static readonly SectionSchema Schema =
        new("GPU types", "Under `gpus`, one mapping a type: what its data sheet says.", [Idle, Peak, Sleep]);
}
