using ControlPlane.Core.Tests.Fleet.Journal;
using ControlPlane.Fleet.Jobs;
using ControlPlane.Fleet.Journal;
using ControlPlane.Fleet.Randomness;
using ControlPlane.Fleet.Sites;

namespace ControlPlane.Core.Tests.Fleet.Sites;

public sealed class DamagedSiteStateTests
{
    private static readonly WorkItem Item = WorkItem.Submitted(new Job(new JobId(1), 0, 1, 0));

    [Fact]
    public void Damaged_state_is_refused_or_gives_a_site_that_works()
    {
        var random = new RandomStream(6, "site/damage");
        var mutator = new ByteMutator(random);
        var (refused, loaded) = (0, 0);
        for (var left = TestScale.Pick(200, 4_000); left > 0; left--)
        {
            var spec = SavedSites.Specs[left % SavedSites.Specs.Length];
            var state = SavedSites.Save(SavedSites.Lived(spec, random, random.NextBelow(120)));
            for (var i = 0; i < 100; i++)
            {
                var site = SavedSites.Make(spec);
                if (TryLoad(site, mutator.Mutate(state)))
                {
                    loaded++;
                    AssertWorks(site);
                }
                else
                {
                    refused++;
                    Assert.Equal(SavedSites.Save(SavedSites.Make(spec)), SavedSites.Save(site));
                }
            }
        }

        Assert.True(refused > 1000 && loaded > 1000, $"{refused} refused, {loaded} loaded");
    }

    [Fact]
    public void More_failed_gpus_than_there_are_gpus_are_refused()
    {
        var site = SavedSites.Make(SavedSites.Specs[0]);
        site.FailGpu(0, 0, out _, out _);
        var state = SavedSites.Save(site);
        // Version, name with its length, four counts, two flags.
        var failed = 1 + 1 + "plain".Length + 4 + 2;
        Assert.Equal(1, state[failed]);
        state[failed] = 9;
        var error = Assert.Throws<InvalidDataException>(() => SavedSites.Load(SavedSites.Make(SavedSites.Specs[0]), state));
        Assert.Contains("9 of 8 GPUs failed", error.Message, StringComparison.Ordinal);
    }

    private static bool TryLoad(DataCenter site, byte[] state)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        try
        {
            var reader = new StateReader(state);
            site.Load(ref reader);
        }
        catch (InvalidDataException)
        {
            return false;
        }
        finally
        {
            Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 64 * 1024 + 200L * state.Length);
        }

        return true;
    }

    private static void AssertWorks(DataCenter site)
    {
        var saved = SavedSites.Save(site);
        var again = SavedSites.Make(site.Spec);
        SavedSites.Load(again, saved);
        Assert.Equal(saved, SavedSites.Save(again));

        Assert.Equal(site.IsUp ? site.Spec.GpuCount - site.FailedGpus : 0, site.UpGpus);
        var busy = 0;
        site.VisitRuns(run => busy += run.Allocation.Gpus);
        Assert.Equal(site.UpGpus - busy, site.FreeGpus);
        Assert.InRange(site.FreeGpus, 0, site.UpGpus);

        // Whatever the time in the state is, this is not before it.
        for (var slot = 0; slot < site.SlotCount; slot++)
            Assert.Equal(site.TryGetRun(slot, out var run), site.TryFinish(slot, run.Generation, double.MaxValue, out _));
        while (site.TryTakeNext(out _))
            Assert.InRange(site.Queued, 0, int.MaxValue);
        Assert.Equal((0, site.UpGpus, site.Spec.Gpu.SleepW * site.UpGpus), (site.Running, site.FreeGpus, site.PowerW));
        for (var left = site.UpGpus; left > 0; left--)
            site.Admit(Item, new FixedRule(1), double.MaxValue, out _);
        Assert.Equal(site.IsDraining ? 0 : Math.Min(site.GpuLimit, site.UpGpus), site.Running);
    }
}
