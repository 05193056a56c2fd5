namespace ControlPlane.Grains.Tests.Console;

/// <summary>A region that nobody has opened.</summary>
public sealed class UnopenedRegionTests(MemorySilo silo) : IClassFixture<MemorySilo>
{
    [Theory]
    [InlineData("status")]
    [InlineData("play paper --jobs 1")]
    [InlineData("drain us-east")]
    [InlineData("job 1")]
    public void Every_verb_says_how_to_open_it(string line) => Assert.Equal(
        "error: region 'local' is not open yet: 'controlplane region open SCENARIO --policy P' gives it its fleet", silo.Console.Refused(line));

    [Fact]
    public void Versions_of_a_policy_need_a_region() => Assert.StartsWith("error: The region 'local' is not configured", silo.Console.Refused("policy publish dp"), StringComparison.Ordinal);
}
