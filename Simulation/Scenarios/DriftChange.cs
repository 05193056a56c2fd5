using ControlPlane.Fleet.Hardware;

namespace ControlPlane.Simulation.Scenarios;

/// <summary>A site comes to differ from its table: at once, or little by little.</summary>
/// <param name="AtS">When it begins, seconds.</param>
/// <param name="OverS">How long it takes, seconds; 0 = at once.</param>
/// <param name="To">The factors on its table at the end; they stay.</param>
public sealed record DriftChange(double AtS, double OverS, TableFactors To)
{
    /// <summary>When it is complete, seconds.</summary>
    public double EndS => AtS + OverS;
}
