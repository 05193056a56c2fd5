using ControlPlane.Simulation.Reports.Charts;

namespace ControlPlane.Core.Tests.Reports.Charts;

public sealed class NumberFormatTests
{
    [Theory]
    [InlineData(0, 3, "0")]
    [InlineData(9.788, 3, "9.79")]
    [InlineData(9.996, 3, "10.0")]
    [InlineData(0.0042, 3, "0.00420")]
    [InlineData(28908, 3, "28_900")]
    [InlineData(28908, 5, "28_908")]
    [InlineData(-1234567, 4, "−1_235_000")]
    [InlineData(0.0000123, 2, "1.2×10⁻⁵")]
    [InlineData(double.NaN, 3, "–")]
    [InlineData(double.PositiveInfinity, 3, "∞")]
    public void Significant_digits_are_kept_and_thousands_grouped(double value, int digits, string expected) =>
        Assert.Equal(Narrow(expected), NumberFormat.Significant(value, digits));

    [Theory]
    [InlineData(999.95, 1, "1_000.0")]
    [InlineData(-0.004, 2, "0.00")]
    [InlineData(-0.006, 2, "−0.01")]
    [InlineData(123456789.5, 1, "123_456_789.5")]
    public void Fixed_decimals_never_print_a_negative_zero(double value, int decimals, string expected) =>
        Assert.Equal(Narrow(expected), NumberFormat.Fixed(value, decimals));

    [Theory]
    [InlineData(28908, "W", "28.9 kW")]
    [InlineData(999.7, "W", "1.00 kW")]
    [InlineData(0.0042, "s", "4.20 ms")]
    [InlineData(3.2e9, "J", "3.20 GJ")]
    [InlineData(0, "W", "0 W")]
    public void Si_prefix_follows_the_rounded_value(double value, string unit, string expected) =>
        Assert.Equal(Wide(expected), NumberFormat.Si(value, unit));

    [Theory]
    [InlineData(0.4121, "412 ms")]
    [InlineData(3.2, "3.20 s")]
    [InlineData(724, "12 min 4 s")]
    [InlineData(3599.8, "1 h")]
    [InlineData(7500, "2 h 5 min")]
    [InlineData(273600, "3 d 4 h")]
    [InlineData(86399, "1 d")]
    [InlineData(59.97, "1 min")]
    [InlineData(0, "0 s")]
    [InlineData(double.NaN, "–")]
    public void Duration_uses_the_two_largest_units(double seconds, string expected) =>
        Assert.Equal(expected, NumberFormat.Duration(seconds).Replace(NumberFormat.UnitSpace, " ", StringComparison.Ordinal));

    [Fact]
    public void Percent_and_change_carry_their_signs()
    {
        Assert.Equal(Wide("12.3 %"), NumberFormat.Percent(0.1234));
        Assert.Equal(Wide("−30.1 %"), NumberFormat.Change(-0.301));
        Assert.Equal(Wide("+3.2 %"), NumberFormat.Change(0.032));
        Assert.Equal(Wide("0.0 %"), NumberFormat.Change(0.0001));
        Assert.Equal("–", NumberFormat.Percent(double.NaN));
    }

    [Fact]
    public void Interval_has_the_digits_its_half_width_supports()
    {
        Assert.Equal(Wide("9.788 ± 0.034"), NumberFormat.PlusMinus(9.78812, 0.0341));
        Assert.Equal(Wide("120 ± 15"), NumberFormat.PlusMinus(120.4, 15.2));
        Assert.Equal("9.788", NumberFormat.PlusMinus(9.788, double.NaN));
    }

    [Fact]
    public void Coordinate_has_one_decimal_and_refuses_what_is_not_a_place()
    {
        Assert.Equal("12.3", NumberFormat.Coordinate(12.3456789));
        Assert.Equal("0", NumberFormat.Coordinate(-0.01));
        Assert.Throws<ArgumentException>(() => NumberFormat.Coordinate(double.NaN));
    }

    private static string Narrow(string text) => text.Replace('_', '\u202f');

    private static string Wide(string text) => text.Replace(" ", NumberFormat.UnitSpace, StringComparison.Ordinal);
}
