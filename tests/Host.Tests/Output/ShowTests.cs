using ControlPlane.Client.Output;

namespace ControlPlane.Host.Tests.Output;

public sealed class ShowTests
{
    [Theory]
    [InlineData(0.0125, "12.5 ms")]
    [InlineData(1.5, "1.5 s")]
    [InlineData(600, "10 min")]
    [InlineData(5400, "90 min")]
    [InlineData(36_000, "10 h")]
    [InlineData(604_800, "7 days")]
    [InlineData(double.NaN, "-")]
    public void Lengths_of_time_come_in_the_unit_that_suits_them(double seconds, string expected) => Assert.Equal(expected, Show.Duration(seconds));

    [Theory]
    [InlineData(0, "d0 00:00:00.000")]
    [InlineData(93_784.5678, "d1 02:03:04.568")]
    public void Moments_are_day_and_time(double seconds, string expected) => Assert.Equal(expected, Show.Moment(seconds));

    [Theory]
    [InlineData(double.NaN, "-")]
    [InlineData(double.PositiveInfinity, "inf")]
    [InlineData(1.005, "1.00")]
    public void Numbers_that_do_not_exist_are_a_dash(double value, string expected) => Assert.Equal(expected, Show.Number(value, 2));
}
