using ControlPlane.Fleet.Energy;

namespace ControlPlane.Core.Tests.Fleet.Energy;

public sealed class SunWindAndCoolingTests
{
    [Theory]
    [InlineData(0, 20, 0)]
    [InlineData(1000, -5, 100)]
    [InlineData(500, 35, 50 * 0.9)]
    public void Panels_give_less_when_their_cells_are_warm(double irradianceWPerM2, double outdoorC, double powerKw) =>
        Assert.Equal(powerKw, new PvArray(100).PowerKw(irradianceWPerM2, outdoorC), 9);

    [Theory]
    [InlineData(2.9, 0)]
    [InlineData(3, 0)]
    [InlineData(6, 80 * (216 - 27) / (1728.0 - 27))]
    [InlineData(12, 80)]
    [InlineData(24.9, 80)]
    [InlineData(25, 0)]
    public void A_turbine_follows_the_cube_of_the_wind(double windMPerS, double powerKw) => Assert.Equal(powerKw, new WindTurbine(80).PowerKw(windMPerS), 9);

    [Theory]
    [InlineData(25, 20)]
    [InlineData(35, 25)]
    [InlineData(90, 50)]
    [InlineData(-40, 100 / 7.0)]
    public void Cooling_takes_more_power_the_warmer_it_is(double outdoorC, double powerKw) => Assert.Equal(powerKw, new CoolingModel().PowerKw(100, outdoorC), 9);
}
