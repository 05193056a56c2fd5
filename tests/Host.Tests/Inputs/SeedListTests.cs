using ControlPlane.Client.Inputs;

namespace ControlPlane.Host.Tests.Inputs;

public sealed class SeedListTests
{
    [Theory]
    [InlineData("3", new long[] { 123, 124, 125 })]
    [InlineData("1", new long[] { 123 })]
    [InlineData("5..8", new long[] { 5, 6, 7, 8 })]
    [InlineData("7..7", new long[] { 7 })]
    [InlineData("9,1,4", new long[] { 9, 1, 4 })]
    public void A_list_of_seeds_is_read_as_written(string text, long[] expected) => Assert.Equal(expected, SeedList.Read(text, 123));

    [Theory]
    [InlineData("")]
    [InlineData("0")]
    [InlineData("10001")]
    [InlineData("8..5")]
    [InlineData("1..20000")]
    [InlineData("1..2..3")]
    [InlineData("1,1")]
    [InlineData("1,,2")]
    [InlineData("-3")]
    [InlineData("3.5")]
    [InlineData("99999999999999999999")]
    public void What_is_not_a_list_of_seeds_is_refused(string text) => Assert.Null(SeedList.Read(text, 123));
}
