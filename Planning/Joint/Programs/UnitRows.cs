namespace ControlPlane.Planning.Joint.Programs;

/// <summary>The rows of a dispatchable unit: the tight unit-commitment form with start and stop variables (compute-power-milp.md, section 1.5, 6).</summary>
internal sealed class UnitRows
{
    public UnitRows(JointUnit unit, Func<Func<int, double>, Func<int, double>, string, int> block, string name)
    {
        static double Least(int t) => double.NegativeInfinity;
        static double Nothing(int t) => 0;
        var was = unit.InitiallyOn ? 1.0 : 0.0;
        Switch = block(t => t == 0 ? was : 0, t => t == 0 ? was : 0, $"{name} on");
        Most = block(Least, Nothing, $"{name} most");
        LeastOutput = block(Nothing, _ => double.PositiveInfinity, $"{name} least");
        Up = block(Least, Nothing, $"{name} time up");
        Down = block(Least, _ => 1, $"{name} time down");
        HasRamp = double.IsFinite(unit.RampMw);
        if (!HasRamp)
            return;
        RampUp = block(Least, t => t == 0 ? unit.InitialMw + unit.RampMw * was : 0, $"{name} ramp up");
        RampDown = block(Least, t => t == 0 ? -unit.InitialMw : 0, $"{name} ramp down");
    }

    /// <summary>on - on before - start + stop = 0.</summary>
    public int Switch { get; }

    /// <summary>output - most · on ≤ 0.</summary>
    public int Most { get; }

    /// <summary>output - least · on ≥ 0.</summary>
    public int LeastOutput { get; }

    /// <summary>Starts of the last slots ≤ on.</summary>
    public int Up { get; }

    /// <summary>Stops of the last slots + on ≤ 1.</summary>
    public int Down { get; }

    /// <summary>Whether output is limited in its change.</summary>
    public bool HasRamp { get; }

    /// <summary>output - output before ≤ ramp · on before + max(least, ramp) · start.</summary>
    public int RampUp { get; }

    /// <summary>output before - output ≤ ramp · on + max(least, ramp) · stop.</summary>
    public int RampDown { get; }
}
