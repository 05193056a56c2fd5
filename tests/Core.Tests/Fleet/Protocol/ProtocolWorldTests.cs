using ControlPlane.Fleet.Randomness;

namespace ControlPlane.Core.Tests.Fleet.Protocol;

public sealed class ProtocolWorldTests
{
    [Fact]
    public void Every_job_ends_once_and_never_runs_twice_at_a_time_in_a_stormy_world()
    {
        for (var seed = TestScale.Pick(300, 5_000); seed > 0; seed--)
            new ProtocolWorld(seed, WorldSettings.Stormy).Run();
    }

    [Fact]
    public void Every_job_ends_once_and_never_runs_twice_at_a_time_where_leases_end_all_the_time()
    {
        for (var seed = TestScale.Pick(300, 5_000); seed > 0; seed--)
            new ProtocolWorld(seed, WorldSettings.Torn).Run();
    }

    [Fact]
    public void No_job_is_lost_or_left_behind_where_the_clocks_of_sites_are_wrong()
    {
        for (var seed = TestScale.Pick(100, 2_000); seed > 0; seed--)
            new ProtocolWorld(seed, WorldSettings.SlowClocks).Run();
    }

    [Fact]
    public void Every_job_is_done_once_where_messages_are_repeated_and_reordered_and_replies_get_lost()
    {
        for (var seed = TestScale.Pick(300, 5_000); seed > 0; seed--)
            new ProtocolWorld(seed, WorldSettings.Calm).Run();
    }

    [Fact]
    public void A_world_in_which_messages_leave_before_the_commit_is_caught() =>
        Assert.InRange(Violations(30, random => WorldSettings.Stormy(random) with { SendsBeforeCommit = true, CommitCrash = 0.02 }), 1, 30);

    [Fact]
    public void A_world_in_which_clocks_differ_by_more_than_the_margin_is_caught() =>
        Assert.InRange(Violations(40, random => WorldSettings.Torn(random) with { SkewS = 15 }), 1, 40);

    private static int Violations(int seeds, Func<IRandomStream, WorldSettings> settings) => Enumerable.Range(1, seeds).Count(seed =>
    {
        try
        {
            new ProtocolWorld(seed, settings).Run();
            return false;
        }
        catch (Exception e) when (e is ProtocolViolationException or ArgumentException or InvalidDataException)
        {
            return true;
        }
    });
}
