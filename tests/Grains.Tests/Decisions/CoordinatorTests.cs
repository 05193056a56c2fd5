using ControlPlane.Grains.Interfaces.Wire;

namespace ControlPlane.Grains.Tests.Decisions;

/// <summary>Who owns the versions of a region's policy, and what it refuses.</summary>
[Collection(DecisionTests.Name)]
public sealed class CoordinatorTests(DecisionCluster cluster)
{
    private readonly Region _region = new(cluster);

    [Fact]
    public async Task Versions_and_publications_only_grow_also_after_a_lost_activation()
    {
        Assert.Equal(1, await _region.Coordinator.Configure(Region.Setup("round-robin")));
        Assert.Equal(2, await _region.Coordinator.Publish(Region.Policy("least-loaded", ("gpus", "2")), "two GPUs"));
        Assert.Equal(2, await _region.Coordinator.Activate(2));
        await DecisionCluster.Lose(_region.Coordinator);
        Assert.Equal(3, await _region.Coordinator.Activate(1));
        await DecisionCluster.Lose(_region.Coordinator);
        Assert.Equal(3, await _region.Coordinator.Publish(Region.Policy("dp"), "as published"));

        var current = await _region.Coordinator.Current(2, withFleet: false);
        Assert.Equal((3, 1, "round-robin"), (current!.Publication, current.Version, current.Policy.Name));
        Assert.Null(current.Fleet);
        Assert.Null(await _region.Coordinator.Current(3, withFleet: true));
        var versions = await _region.Coordinator.Versions();
        Assert.Equal([(1, "round-robin", true), (2, "least-loaded", false), (3, "dp", false)], versions.Select(v => (v.Version, v.Policy.Name, v.IsActive)));
        Assert.Equal(new SettingRecord("gpus", "2"), Assert.Single(versions[1].Policy.Settings));
        Assert.Equal(["configured", "two GPUs", "as published"], versions.Select(v => v.Note));
        Assert.Equal(versions.OrderBy(v => v.PublishedUtc), versions);
    }

    [Fact]
    public async Task A_repeated_call_finds_its_work_done()
    {
        await _region.Coordinator.Configure(Region.Setup("round-robin"));
        for (var time = 0; time < 2; time++)
        {
            Assert.Equal(2, await _region.Coordinator.Publish(Region.Policy("power-of-d", ("d", "3"), ("gpus", "2")), "again"));
            Assert.Equal(2, await _region.Coordinator.Activate(2));
        }

        await DecisionCluster.Lose(_region.Coordinator);
        Assert.Equal(2, await _region.Coordinator.Publish(Region.Policy("power-of-d", ("gpus", "2"), ("d", "3")), "again"));
        Assert.Equal(2, await _region.Coordinator.Configure(Region.Setup("round-robin")));
        Assert.Equal(2, (await _region.Coordinator.Versions()).Length);
    }

    [Fact]
    public async Task Another_setup_is_refused_and_changes_nothing()
    {
        var setup = Region.Setup("round-robin");
        await _region.Coordinator.Configure(setup);
        var site = setup.Fleet.Sites[1];
        foreach (var (other, difference) in new[]
                 {
                     (setup with { Fleet = setup.Fleet with { Sites = setup.Fleet.Sites.SetItem(1, site with { GpuCount = 5 }) } }, "fleet"),
                     (setup with { Fleet = setup.Fleet with { Sites = setup.Fleet.Sites.SetItem(1, site with { Clocks = [0.5] }) } }, "fleet"),
                     (setup with { Fleet = setup.Fleet with { Links = setup.Fleet.Links.SetItem(0, setup.Fleet.Links[0] with { LatencyS = 1 }) } }, "fleet"),
                     (setup with { Policy = Region.Policy("round-robin", ("gpus", "3")) }, "first policy"),
                     (setup with { Seed = 8 }, "seed"),
                 })
        {
            var error = await Assert.ThrowsAsync<InvalidOperationException>(() => _region.Coordinator.Configure(other));
            Assert.Contains(_region.Name, error.Message, StringComparison.Ordinal);
            Assert.Contains($"another {difference}", error.Message, StringComparison.Ordinal);
        }

        Assert.Equal(1, await _region.Coordinator.Configure(setup));
    }

    [Theory]
    [InlineData("ucb1", "learns from every job that ends")]
    [InlineData("fluid", "in one order")]
    [InlineData("masked-uniform", "places waiting jobs anew")]
    [InlineData("masked-n1", "places waiting jobs anew")]
    public async Task A_policy_that_workers_cannot_serve_is_refused_with_those_that_they_can(string policy, string reason)
    {
        var error = await Assert.ThrowsAsync<ArgumentException>(() => _region.Coordinator.Configure(Region.Setup(policy)));
        Assert.Contains(reason, error.Message, StringComparison.Ordinal);
        await _region.Coordinator.Configure(Region.Setup("dp"));
        error = await Assert.ThrowsAsync<ArgumentException>(() => _region.Coordinator.Publish(Region.Policy(policy), ""));
        Assert.EndsWith(
            "Possible are dp, jointnf, round-robin, weighted-round-robin, least-loaded, power-of-d, shortest-completion, least-energy, time-price, chsac, planned, adversary. (Parameter 'policy')", error.Message, StringComparison.Ordinal);
        Assert.Single(await _region.Coordinator.Versions());
    }

    [Theory]
    [InlineData("magic", "gpus", "there are dp, ucb1")]
    [InlineData("least-loaded", "speed", "settings are gpus, clock")]
    [InlineData("least-loaded", "gpus", "a whole number in [1, 1024]")]
    public async Task An_unknown_policy_or_setting_is_refused_with_what_there_is(string policy, string setting, string allowed)
    {
        await _region.Coordinator.Configure(Region.Setup("dp"));
        var error = await Assert.ThrowsAsync<ArgumentException>(() => _region.Coordinator.Publish(Region.Policy(policy, (setting, "0")), ""));
        Assert.Contains(allowed, error.Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<ArgumentException>(() => _region.Coordinator.Publish(Region.Policy("least-loaded", ("gpus", "2"), ("gpus", "3")), ""));
        Assert.Single(await _region.Coordinator.Versions());
    }

    [Fact]
    public async Task A_setup_that_cannot_work_leaves_the_region_unconfigured()
    {
        var setup = Region.Setup("dp");
        foreach (var wrong in new[] { setup with { MeanSizeUnits = 0 }, setup with { LoadUnitsPerS = double.NaN }, setup with { Fleet = setup.Fleet with { Links = [] } } })
            await Assert.ThrowsAsync<ArgumentException>(() => _region.Coordinator.Configure(wrong));
        await AssertNotConfigured();
    }

    [Fact]
    public async Task A_region_that_is_not_configured_says_so() => await AssertNotConfigured();

    [Fact]
    public async Task Old_versions_go_but_numbers_go_on_and_the_active_one_stays()
    {
        const int Kept = 256;
        await _region.Coordinator.Configure(Region.Setup("dp"));
        for (var version = 2; version <= Kept + 10; version++)
            Assert.Equal(version, await _region.Coordinator.Publish(Region.Policy("jointnf"), $"{version}"));
        var versions = await _region.Coordinator.Versions();
        Assert.Equal([1, .. Enumerable.Range(12, Kept - 1)], versions.Select(v => v.Version));
        Assert.Equal(1, versions.Single(v => v.IsActive).Version);
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => _region.Coordinator.Activate(11));
        Assert.Equal(2, await _region.Coordinator.Activate(12));
    }

    private async Task AssertNotConfigured()
    {
        foreach (Func<Task> call in new Func<Task>[]
                 {
                     () => _region.Coordinator.Current(0, withFleet: true), () => _region.Coordinator.Activate(1),
                     () => _region.Coordinator.Publish(Region.Policy("dp"), ""), () => _region.Worker.Decide(Region.Jobs(1, 0)),
                 })
        {
            var error = await Assert.ThrowsAsync<InvalidOperationException>(call);
            Assert.Equal($"The region '{_region.Name}' is not configured.", error.Message);
        }
    }
}
