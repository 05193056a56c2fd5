using ControlPlane.Simulation.Reports.Charts;

namespace ControlPlane.Core.Tests.Reports.Charts;

public sealed class ScaleTests
{
    [Fact]
    public void Linear_scale_maps_ends_and_middle()
    {
        var scale = new Scale(false, 10, 20, 100, 0);
        Assert.Equal(100, scale.Map(10), 1e-12);
        Assert.Equal(50, scale.Map(15), 1e-12);
        Assert.Equal(0, scale.Map(20), 1e-12);
        Assert.Equal(12.5, scale.Invert(75), 1e-12);
    }

    [Fact]
    public void Log_scale_gives_every_decade_the_same_length()
    {
        var scale = new Scale(true, 1, 1000, 0, 300);
        Assert.Equal(100, scale.Map(10), 1e-9);
        Assert.Equal(200, scale.Map(100), 1e-9);
        Assert.Equal(10, scale.Invert(100), 1e-9);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-3)]
    [InlineData(double.NaN)]
    public void What_has_no_place_on_a_log_scale_is_not_given_one(double value) =>
        Assert.True(double.IsNaN(new Scale(true, 1, 1000, 0, 300).Map(value)));

    [Theory]
    [InlineData(true, 0, 1)]
    [InlineData(false, 1, 1)]
    [InlineData(false, 2, 1)]
    [InlineData(false, double.NaN, 1)]
    public void Limits_must_increase(bool isLog, double low, double high) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new Scale(isLog, low, high, 0, 1));
}
