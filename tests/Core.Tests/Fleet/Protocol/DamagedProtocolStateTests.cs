using ControlPlane.Core.Tests.Fleet.Journal;
using ControlPlane.Fleet.Decisions;
using ControlPlane.Fleet.Jobs;
using ControlPlane.Fleet.Journal;
using ControlPlane.Fleet.Protocol;
using ControlPlane.Fleet.Randomness;

namespace ControlPlane.Core.Tests.Fleet.Protocol;

public sealed class DamagedProtocolStateTests
{
    // Version, next token, four counts, number of sites, two epochs, number of jobs: one byte each.
    private const int FirstJob = 10;

    [Fact]
    public void Damaged_state_of_a_home_is_refused_or_gives_one_that_works() =>
        Damage("home/state", life => life.Bench.Homes, MakeHome, (home, bytes) => Load(home, bytes), Use);

    [Fact]
    public void Damaged_state_of_a_site_is_refused_or_gives_one_that_works() =>
        Damage("site/state", life => life.Bench.Desks, MakeDesk, (desk, bytes) => Load(desk, bytes), Use);

    [Fact]
    public void Damaged_operations_of_a_home_are_refused_or_give_one_that_works() =>
        Damage("home/operations", life => life.Bench.HomeLogs, MakeHome, Replay, Use);

    [Fact]
    public void Damaged_operations_of_a_site_are_refused_or_give_one_that_works() =>
        Damage("site/operations", life => life.Bench.DeskLogs, MakeDesk, Replay, Use);

    [Fact]
    public void Undamaged_state_and_operations_are_the_same_state()
    {
        for (var seed = TestScale.Pick(100, 2_000); seed > 0; seed--)
        {
            var bench = new ProtocolLife(new RandomStream(seed, "same"), seed % 150).Bench;
            for (var i = 0; i < 2; i++)
            {
                AssertSame(bench.Homes[i], MakeHome(i), MakeHome(i), bench.HomeLogs[i]);
                AssertSame(bench.Desks[i], MakeDesk(i), MakeDesk(i), bench.DeskLogs[i]);
            }
        }
    }

    [Fact]
    public void Two_jobs_under_one_token_are_refused()
    {
        var bench = new ProtocolBench();
        bench.Submit(1, 0);
        bench.Submit(2, 0);
        var state = ProtocolLife.Save(bench.Home);
        // The second token is 2, with a zigzag 4, before the flag and the number of ended jobs.
        Assert.Equal([4, 0, 0], state[^3..]);
        state[^3] = 2;
        AssertRefused(MakeHome(0), state, "under token 1");
    }

    [Fact]
    public void A_constraint_of_another_fleet_is_refused()
    {
        var bench = new ProtocolBench();
        var job = ProtocolBench.MakeJob(1) with { Constraint = new SiteSet(2, [0]) };
        bench.Home.Submit(job, Placement.Hold, 0);
        var state = ProtocolLife.Save(bench.Home);
        // Number and ingress of the job, size, time, priority, no deadline, kind of the constraint.
        var siteCount = FirstJob + 2 + 2 * 8 + 2 + 1;
        Assert.Equal(2, state[siteCount]);
        state[siteCount] = 3;
        AssertRefused(MakeHome(0), state, "constrained to sites of a fleet of 3");
    }

    [Fact]
    public void A_tenant_that_the_site_does_not_have_is_refused()
    {
        var bench = new ProtocolBench();
        bench.Submit(1, 0);
        bench.Exchange(0);
        var state = ProtocolLife.Save(bench.Desk);
        // One tenant: job 1 of home 0 under token 1 (zigzag 2), then two homes, the first in epoch 1.
        var tenant = state.AsSpan().LastIndexOf((ReadOnlySpan<byte>)[1, 2, 0, 2, 2, 2]);
        state[tenant + 1] = 4;
        AssertRefused(MakeDesk(0), state, "1 jobs of a site with other 1 tenants");
    }

    private static JobHome MakeHome(int index) => new(index, ProtocolBench.Model, LeaseTerms.Default, new OperationBuffer());

    private static SiteDesk MakeDesk(int index) => ProtocolBench.MakeDesk(index, new OperationBuffer());

    private static void Damage<TSource, TEntity>(
        string stream,
        Func<ProtocolLife, TSource[]> source,
        Func<int, TEntity> make,
        Action<TEntity, byte[]> restore,
        Action<TEntity> use)
        where TEntity : IJournalled
    {
        var random = new RandomStream(8, stream);
        var mutator = new ByteMutator(random);
        var (refused, accepted) = (0, 0);
        for (var left = TestScale.Pick(60, 2_000); left > 0; left--)
        {
            var whole = source(new ProtocolLife(random, 20 + random.NextBelow(120)))[left % 2];
            var bytes = whole is OperationBuffer log ? log.Bytes.ToArray() : ProtocolLife.Save((IJournalled)(object)whole!);
            for (var i = 0; i < 50; i++)
            {
                var entity = make(left % 2);
                if (TryRestore(() => restore(entity, mutator.Mutate(bytes)), bytes.Length))
                {
                    accepted++;
                    use(entity);
                }
                else
                {
                    refused++;
                }
            }
        }

        Assert.True(refused > 300 && accepted > 100, $"{refused} refused, {accepted} accepted");
    }

    private static bool TryRestore(Action restore, int length)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        try
        {
            restore();
            return true;
        }
        catch (InvalidDataException)
        {
            return false;
        }
        finally
        {
            Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 256 * 1024 + 2_000L * length);
        }
    }

    private static void Use(JobHome home)
    {
        Assert.True(home.Counts.Closes);
        home.Recovered(0);
        List<Job> held = [];
        home.CollectHeld(null, held, int.MaxValue);
        Assert.Equal(home.Counts.Held, held.Count);
        foreach (var job in held)
            Assert.InRange(Enumerable.Range(0, 2).Count(job.MayRunAt), 0, 2);
        for (var site = 0; site < 2; site++)
            home.Compose(site, int.MaxValue, 0);
        home.ExpireLeases(1000);
        Assert.Equal((0, 0), (home.Counts.Sending, home.Counts.Placed));
        Load(MakeHome(home.Index), ProtocolLife.Save(home));
    }

    private static void Use(SiteDesk desk)
    {
        Load(MakeDesk(desk.Status.Site), ProtocolLife.Save(desk));
        // Whatever the times in it are: all is over by then.
        desk.Advance(new FixedRule(1), 1e15);
        Assert.Equal((0, 0, 0), (desk.Tenants, desk.Status.Running, desk.Status.Queued));
    }

    private static void AssertSame(IJournalled live, IJournalled loaded, IJournalled replayed, OperationBuffer log)
    {
        var state = ProtocolLife.Save(live);
        Load(loaded, state);
        OperationBuffer.ReplayAll(log.Bytes.Span, replayed);
        Assert.Equal(state, ProtocolLife.Save(loaded));
        Assert.Equal(state, ProtocolLife.Save(replayed));
    }

    private static void AssertRefused(IJournalled entity, byte[] state, string why)
    {
        var error = Assert.Throws<InvalidDataException>(() => Load(entity, state));
        Assert.Contains(why, error.Message, StringComparison.Ordinal);
    }

    private static void Replay(IJournalled entity, byte[] operations) => OperationBuffer.ReplayAll(operations, entity);

    private static void Load(IJournalled entity, byte[] state)
    {
        var reader = new StateReader(state);
        entity.Load(ref reader);
        reader.RequireEnd();
    }
}
