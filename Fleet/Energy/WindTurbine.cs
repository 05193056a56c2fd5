namespace ControlPlane.Fleet.Energy;

/// <summary>A wind turbine: nothing below its cut-in speed, the cube of the speed up to the rated one, its nominal power up to the cut-out speed (aigc-energy.md, 2.8).</summary>
/// <param name="NominalKw">Power at the rated speed, kW, ≥ 0.</param>
/// <param name="CutInMPerS">Wind speed at which it begins, m/s, ≥ 0.</param>
/// <param name="RatedMPerS">Wind speed of its nominal power, m/s, above the cut-in speed.</param>
/// <param name="CutOutMPerS">Wind speed at which it stops, m/s, above the rated speed.</param>
public sealed record WindTurbine(double NominalKw, double CutInMPerS = 3, double RatedMPerS = 12, double CutOutMPerS = 25)
{
    /// <summary>Power, kW.</summary>
    /// <param name="windMPerS">Wind speed, m/s, ≥ 0.</param>
    public double PowerKw(double windMPerS)
    {
        if (windMPerS < CutInMPerS || windMPerS >= CutOutMPerS)
            return 0;
        if (windMPerS >= RatedMPerS)
            return NominalKw;
        var (least, most) = (Cube(CutInMPerS), Cube(RatedMPerS));
        return NominalKw * (Cube(windMPerS) - least) / (most - least);
    }

    private static double Cube(double value) => value * value * value;
}
