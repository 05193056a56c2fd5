using ControlPlane.Fleet.Jobs;
using ControlPlane.Fleet.Randomness;
using ControlPlane.Fleet.Sites;

namespace ControlPlane.Core.Tests.Fleet.Sites;

public sealed class DataCenterStateTests
{
    [Fact]
    public void Restored_site_goes_on_exactly_as_the_saved_one()
    {
        for (var seed = TestScale.Pick(300, 10_000); seed > 0; seed--)
        {
            var random = new RandomStream(seed, "site/lock-step");
            var spec = SavedSites.Specs[seed % SavedSites.Specs.Length];
            var life = new SiteOperations(random);
            var (site, copy) = (SavedSites.Make(spec), SavedSites.Make(spec));
            for (var step = 0; step < 150; step++)
            {
                if (random.NextBelow(12) == 0)
                    copy = Restored(copy, site, random);
                var returned = life.Apply(site, copy);
                Assert.Equal(returned[0], returned[1]);
            }

            Assert.Equal(SavedSites.Save(site), SavedSites.Save(copy));
        }
    }

    [Fact]
    public void Random_lives_reach_every_corner_of_the_state()
    {
        var corners = new HashSet<string>();
        for (var seed = 1; seed <= 300; seed++)
        {
            var site = SavedSites.Lived(SavedSites.Specs[seed % 3], new RandomStream(seed, "site/corners"), seed * 5);
            var live = Enumerable.Range(0, site.SlotCount).Count(slot => site.TryGetRun(slot, out _));
            corners.UnionWith(new (string Name, bool There)[]
            {
                ("lost", !site.IsUp), ("draining", site.IsDraining), ("failed GPUs", site.FailedGpus > 0), ("waiting", site.Queued > 1), ("running", live > 1),
                ("free slots", site.SlotCount > live + 1), ("lost work", site.LostUnits > 0), ("over its limit", site.Queued > site.Spec.QueueLimit), ("GPUs limited", site.GpuLimit < site.Spec.GpuCount),
                ("unlike its table", !site.Factors.IsNone),
            }.Where(corner => corner.There).Select(corner => corner.Name));
        }

        Assert.True(corners.Count == 10, $"only {string.Join(", ", corners)}");
    }

    [Fact]
    public void Restored_site_hands_out_the_same_slots_and_generations()
    {
        var site = SavedSites.Make(SavedSites.Specs[0]);
        var rule = new FixedRule(1);
        for (var id = 1; id <= 5; id++)
            site.Admit(Item(id), rule, 0, out _);
        foreach (var slot in new[] { 1, 3, 0 })
            site.TryFinish(slot, 0, 1, out _);

        var copy = SavedSites.Make(SavedSites.Specs[0]);
        SavedSites.Load(copy, SavedSites.Save(site));
        foreach (var expected in new[] { (0, 1), (3, 1), (1, 1), (5, 0) })
        {
            copy.Admit(Item(9), rule, 2, out var run);
            Assert.Equal(expected, (run.Slot, run.Generation));
        }
    }

    [Fact]
    public void State_of_another_site_is_refused_by_name()
    {
        var state = SavedSites.Save(SavedSites.Make(SavedSites.Specs[0]));
        var spec = SavedSites.Specs[0];
        foreach (var other in new[] { spec with { Name = "b" }, spec with { GpuCount = 9 }, spec with { MaxGpusPerJob = 3 }, spec with { Clocks = [1] }, spec with { QueueLimit = 7 } })
        {
            var error = Assert.Throws<InvalidDataException>(() => SavedSites.Load(SavedSites.Make(other), state));
            Assert.Contains("another site: 'plain' with 8 GPUs, 4 a job at most, 2 clock levels, queue limit none", error.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Version_that_this_build_does_not_know_is_refused()
    {
        var state = SavedSites.Save(SavedSites.Make(SavedSites.Specs[0]));
        state[0] = 1;
        var error = Assert.Throws<InvalidDataException>(() => SavedSites.Load(SavedSites.Make(SavedSites.Specs[0]), state));
        Assert.Equal("The state of a data centre has version 1; this build knows 3.", error.Message);
    }

    [Fact]
    public void State_that_is_cut_at_any_byte_is_refused_and_the_site_stays_as_it_was()
    {
        var random = new RandomStream(5, "site/cut");
        var state = SavedSites.Save(SavedSites.Lived(SavedSites.Specs[2], random, 200));
        var target = SavedSites.Lived(SavedSites.Specs[2], random, 100);
        var before = SavedSites.Save(target);
        Assert.NotEqual(state, before);
        for (var length = 0; length < state.Length; length++)
            Assert.Throws<InvalidDataException>(() => SavedSites.Load(target, state.AsSpan(0, length)));
        Assert.Equal(before, SavedSites.Save(target));
    }

    private static DataCenter Restored(DataCenter copy, DataCenter site, RandomStream random)
    {
        var state = SavedSites.Save(copy);
        Assert.Equal(SavedSites.Save(site), state);
        // Whatever the target was before is gone.
        var target = SavedSites.Lived(site.Spec, random, random.NextBelow(2) * 40);
        SavedSites.Load(target, state);
        Assert.Equal(state, SavedSites.Save(target));
        return target;
    }

    private static WorkItem Item(long id) => WorkItem.Submitted(new Job(new JobId(id), 0, 100, 0));
}
