using ControlPlane.Grains.Interfaces.Wire;

namespace ControlPlane.Grains.Tests.Live;

/// <summary>A region of live grains does the work that it is given.</summary>
public sealed class LiveTests(LiveCluster cluster) : IClassFixture<LiveCluster>
{
    [Fact]
    public async Task Jobs_that_are_submitted_are_placed_run_and_completed_once()
    {
        var region = await cluster.Open("least-loaded", speed: 1_000);
        Assert.All(await region.Submit(0, 1, 100, 50), code => Assert.Equal(SubmitCode.Accepted, code));
        Assert.All(await region.Submit(0, 1, 100, 50), code => Assert.Equal(SubmitCode.Known, code));
        var account = await region.Completed(0, 100);
        Assert.Equal(new IngressAccountRecord(100, 0, 0, 0, 100, 0, 0), account);
        var sites = await Task.WhenAll(region.Sites.Select(s => s.Account()));
        Assert.Equal(100, sites.Sum(s => s.Finished));
        Assert.All(sites, s => Assert.Empty(s.Tenants));
        Assert.True(sites.Count(s => s.Finished > 0) > 1);
    }
}
