using ControlPlane.Grains.Interfaces;
using ControlPlane.Grains.Interfaces.Wire;
using ControlPlane.Grains.Tests.Faults;

namespace ControlPlane.Grains.Tests.Live;

/// <summary>R3: one reply in twenty is lost after the work is done. Accounts close, and two lease periods later no site has a job that its home does not have there.</summary>
public sealed class LostReplyTests
{
    private const double LeaseS = 2;
    private const double MarginS = 0.5;
    private const int LongJobs = 4;

    [Fact]
    public async Task Nothing_is_lost_or_left_over_when_replies_are_lost()
    {
        for (var seed = 1; seed <= TestScale.Pick(1, 10); seed++)
        {
            var replies = new LostReplies(seed, 0.05);
            var cluster = new LiveCluster(silo => silo.AddMemoryGrainStorage("controlplane").AddIncomingGrainCallFilter(replies), _ => { });
            await cluster.InitializeAsync();
            var region = await cluster.Open("least-loaded", speed: 500, LeaseS, MarginS);
            var submitter = new Submitter(region);
            // Jobs of about ten minutes: they are at the sites while the others come and go.
            var stays = await submitter.Submit(0, Enumerable.Repeat(1_000_000.0, LongJobs), new SiteSetRecord(3, [0]));
            await submitter.SubmitMany(seed, TestScale.Pick(250, 2_000), withdrawnShare: 0.1);
            await Insistence.Until(() => region.Live(), live => live == LongJobs);
            await Task.Delay(TimeSpan.FromSeconds(2 * (LeaseS + MarginS)));
            await AssertNoOrphans(region);
            await Insistence.Until(() => Differences(region), d => d.Count == 0);
            foreach (var job in stays)
                await submitter.Cancel(job);
            await new RegionAudit(region, submitter).AllEndedOnce(RunsPerJob.Interrupted);
            Assert.True(replies.Lost.Values.Sum() > 20, $"only {replies.Lost.Values.Sum()} replies were lost");
            Assert.Superset(
                new HashSet<string> { nameof(IDataCenterGrain.Tell), nameof(IIngressGrain.Report), nameof(IIngressGrain.Renew), nameof(IIngressGrain.Submit), nameof(IPolicyGrain.Decide) },
                replies.Lost.Keys.ToHashSet());
            await cluster.DisposeAsync();
        }
    }

    private static async Task AssertNoOrphans(LiveRegion region)
    {
        var (atSites, atHomes) = await Insistence.Until(() => Reservations(region));
        Assert.NotEmpty(atSites);
        Assert.Subset(atHomes, atSites);
    }

    private static async Task<IReadOnlyCollection<(int, int, long, long)>> Differences(LiveRegion region)
    {
        var (atSites, atHomes) = await Reservations(region);
        atSites.SymmetricExceptWith(atHomes);
        return atSites;
    }

    /// <summary>Jobs at sites as the sites have them, and as the homes have them then: site, home, job, token.</summary>
    private static async Task<(HashSet<(int Site, int Home, long Job, long Token)> AtSites, HashSet<(int, int, long, long)> AtHomes)> Reservations(LiveRegion region)
    {
        var sites = await Task.WhenAll(region.Sites.Select(s => s.Account()));
        var all = Enumerable.Range(1, 10_000).Select(n => (long)n).ToArray();
        var homes = await Task.WhenAll(region.Ingresses.Select(i => i.Find([.. all])));
        return (
            [.. sites.SelectMany((s, site) => s.Tenants.Select(t => (site, t.Home, t.Job, t.Token)))],
            [.. homes.SelectMany((jobs, home) => jobs.Where(j => j.State is JobStateCode.Sending or JobStateCode.Placed).Select(j => (j.Site, home, j.Id, j.Token)))]);
    }
}
