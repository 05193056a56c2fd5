namespace ControlPlane.Fleet.Energy;

/// <summary>A field of solar panels: P = P_nom·GHI/1000·(1 − 0.004·(T_c − 25)) with the cells' temperature T_c = T + 0.03·GHI (aigc-energy.md, 2.8).</summary>
/// <param name="NominalKw">Power at 1 000 W/m² and 25 °C in the cells, kW, ≥ 0.</param>
public sealed record PvArray(double NominalKw)
{
    private const double NominalWPerM2 = 1000;
    private const double LossPerC = 0.004;
    private const double WarmingCPerWPerM2 = 0.03;
    private const double NominalC = 25;

    /// <summary>Power, kW, never below 0.</summary>
    /// <param name="irradianceWPerM2">Global horizontal irradiance, W/m², ≥ 0.</param>
    /// <param name="outdoorC">Temperature outside, °C.</param>
    public double PowerKw(double irradianceWPerM2, double outdoorC)
    {
        var cellsC = outdoorC + WarmingCPerWPerM2 * irradianceWPerM2;
        return Math.Max(0, NominalKw * irradianceWPerM2 / NominalWPerM2 * (1 - LossPerC * (cellsC - NominalC)));
    }
}
