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
    public void Every_job_is_done_once_where_messages_are_repeated_and_reordered_and_replies_get_lost()
    {
        for (var seed = TestScale.Pick(300, 5_000); seed > 0; seed--)
            new ProtocolWorld(seed, WorldSettings.Calm).Run();
    }
}
