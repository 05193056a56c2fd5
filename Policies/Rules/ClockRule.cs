using ControlPlane.Fleet.Hardware;
using ControlPlane.Policies.Catalog;

namespace ControlPlane.Policies.Rules;

/// <summary>How a rule turns a GPU count into an allocation: which clock goes with it.</summary>
public sealed class ClockRule
{
    private readonly string _clock;
    private readonly double _fixed;

    /// <summary>Reads the setting <c>clock</c>.</summary>
    /// <param name="settings">Settings of a policy with the parameter <see cref="Parameter"/>.</param>
    public ClockRule(PolicySettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        _clock = settings.Text("clock");
        _fixed = _clock is "efficient" or "max" ? double.NaN : settings.Number("clock");
    }

    /// <summary>The parameter as policies declare it.</summary>
    public static PolicyParameter Parameter { get; } = new(
        "clock", "efficient", "The clock: the energy-optimal level for the GPU count, the highest, or the first level at or above a number.", 0, 1, Words: ["efficient", "max"]);

    /// <summary>The allocation of a GPU count at a site.</summary>
    /// <param name="table">The site's operating points.</param>
    /// <param name="gpus">GPU count wanted; clamped to what a job may have there.</param>
    public Allocation At(OperatingTable table, int gpus)
    {
        ArgumentNullException.ThrowIfNull(table);
        var n = Math.Clamp(gpus, 1, table.MaxGpus);
        return _clock switch
        {
            "efficient" => table.Efficient(n),
            "max" => new Allocation(n, table.Levels - 1),
            _ => new Allocation(n, table.LevelAtLeast(_fixed)),
        };
    }
}
