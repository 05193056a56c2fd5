using ControlPlane.Client.Inputs;

namespace ControlPlane.Host.Tests.Inputs;

public sealed class DurationTextTests
{
    [Theory]
    [InlineData("2", 172_800)]
    [InlineData("0.5", 43_200)]
    [InlineData("2d", 172_800)]
    [InlineData("36h", 129_600)]
    [InlineData("90m", 5_400)]
    [InlineData("600s", 600)]
    [InlineData("1e1", 864_000)]
    public void A_length_of_time_is_days_unless_it_has_a_unit(string text, double seconds)
    {
        Assert.True(DurationText.TryRead(text, out var read));
        Assert.Equal(seconds, read);
    }

    [Theory]
    [InlineData("")]
    [InlineData("d")]
    [InlineData("2w")]
    [InlineData("two")]
    [InlineData("NaN")]
    [InlineData("Infinity")]
    public void Anything_else_is_refused(string text) => Assert.False(DurationText.TryRead(text, out _));
}
