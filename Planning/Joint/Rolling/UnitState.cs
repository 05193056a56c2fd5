namespace ControlPlane.Planning.Joint.Rolling;

/// <summary>Where a dispatchable unit stands between two slots.</summary>
internal sealed class UnitState(JointUnit unit)
{
    private int _heldSlots = unit.HeldSlots;

    public double OutputMw { get; private set; } = unit.InitialMw;

    public bool IsOn { get; private set; } = unit.InitiallyOn;

    /// <summary>The unit as one who plans from here must see it.</summary>
    public JointUnit Now => unit with { InitialMw = OutputMw, InitiallyOn = IsOn, HeldSlots = _heldSlots };

    /// <summary>A slot has passed.</summary>
    public void Pass(double outputMw, bool isOn)
    {
        _heldSlots = isOn == IsOn ? Math.Max(0, _heldSlots - 1) : (isOn ? unit.MinUpSlots : unit.MinDownSlots) - 1;
        (OutputMw, IsOn) = (isOn ? Math.Clamp(outputMw, unit.MinMw, unit.MaxMw) : 0, isOn);
    }
}
