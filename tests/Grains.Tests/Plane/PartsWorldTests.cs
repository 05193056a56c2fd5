using ControlPlane.Fleet.Control;
using ControlPlane.Fleet.Control.Regions;

namespace ControlPlane.Grains.Tests.Plane;

/// <summary>Books and stands keep their promises in a world where everything goes wrong.</summary>
public sealed class PartsWorldTests
{
    [Fact]
    public void Every_job_ends_once_and_every_part_comes_back_as_it_was()
    {
        var model = TestFleets.Model(TestFleets.Site("east", 2, maxGpusPerJob: 1, checkpointS: 10), TestFleets.Site("west", 2, maxGpusPerJob: 1));
        var failed = 0L;
        for (var seed = 0; seed < TestScale.Pick(20, 1_000); seed++)
        {
            var world = new PartsWorld(model, seed);
            world.Run(600);
            world.Heal();
            var jobs = world.Submitted.Select(id => world.Books.Select(b => b.Find(id)).OfType<RegionJob>().Single()).ToArray();
            Assert.All(jobs, j => Assert.Contains(j.State, new[] { JobState.Completed, JobState.Cancelled, JobState.Failed }));
            Assert.Equal(jobs.Length, jobs.DistinctBy(j => j.Number).Count());
            Assert.Equal(jobs.Count(j => j.State == JobState.Completed), world.Books.Sum(b => b.Home.Counts.Completed));
            Assert.Equal(jobs.Count(j => j.State == JobState.Failed), world.Books.Sum(b => b.Failed));
            Assert.Equal(jobs.Length, world.Books.Sum(b => b.Home.Counts.Submitted));
            Assert.All(world.Books, b => Assert.Empty(b.Tenants));
            Assert.True(world.Stands.Sum(s => s.Desk.Finished) >= jobs.Count(j => j.State == JobState.Completed));
            failed += world.Books.Sum(b => b.Failed);
        }

        Assert.True(failed > 0);
    }

    [Fact]
    public void A_key_of_a_job_survives_as_text_and_nonsense_is_no_key()
    {
        var key = new JobKey(1234.5678901234567, JobBook.FirstNumber + 7);
        Assert.True(JobKey.TryParse(key.ToString(), out var read));
        Assert.Equal(key, read);
        foreach (var text in new[] { "", "1", "_", "1_2_3", "-1_2", "9218868437227405312_1", "x_1" })
            Assert.False(JobKey.TryParse(text, out _), text);
    }

    [Fact]
    public void The_home_of_an_id_never_changes_and_homes_share_evenly()
    {
        Assert.Equal([1, 2, 3, 3, 0, 2], new[] { "alpha", "beta", "gamma", "delta", "epsilon", "zeta" }.Select(id => Interfaces.GrainKeys.Home(id, 4)));
        var shares = Enumerable.Range(0, 8_000).GroupBy(i => Interfaces.GrainKeys.Home($"job-{i}", 8)).Select(g => g.Count()).ToArray();
        Assert.All(shares, s => Assert.InRange(s, 800, 1_200));
    }
}
