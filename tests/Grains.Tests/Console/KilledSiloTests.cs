using ControlPlane.Grains.Tests.Postgres;
using ControlPlane.Grains.Tests.Processes;

namespace ControlPlane.Grains.Tests.Console;

/// <summary>A play over silos as processes, of which one is killed in the middle.</summary>
[Collection(PostgresTests.Name)]
public sealed class KilledSiloTests(PostgresServer server)
{
    private static readonly int Jobs = TestScale.Pick(1_200, 10_000);

    [PostgresFact]
    public async Task Every_job_ends_once_though_a_silo_is_killed_while_jobs_flow()
    {
        var database = await server.CreateDatabase();
        var silos = await Task.WhenAll(SiloProcess.Start(database), SiloProcess.Start(database));
        await using var stays = silos[0];
        await using var dies = silos[1];
        var console = new RegionConsole([dies.GatewayPort, stays.GatewayPort]);
        console.Succeed("open paper-independent --policy least-loaded --speed 100000");
        var play = Task.Run(() => console.Run($"play paper-independent --jobs {Jobs} --rate {Jobs / 12} --json -q --give-up 2m"));
        await Eventually.Holds("a quarter of the jobs has arrived", () => Task.FromResult(Submitted(console) > Jobs / 4));

        dies.Kill();
        Assert.False(play.IsCompleted, "the play was over before the silo was killed");
        var end = await play;
        Assert.True(end.ExitCode == 0, $"exit code {end.ExitCode}\n{end.Error}\n{end.Out}");
        foreach (var (name, count) in new[] { ("jobs", Jobs), ("completed", Jobs), ("lost", 0), ("not_ended", 0), ("finished_twice", 0) })
            Assert.Equal((name, count), (name, end.Json[name]!.GetValue<int>()));
        Assert.Equal(Jobs, end.Json["sites"]!.AsArray().Sum(s => s!["finished"]!.GetValue<long>()));
        Assert.Equal(Jobs, Submitted(console));
    }

    private static long Submitted(RegionConsole console) =>
        console.Succeed("status --json").Json["ingresses"]!.AsArray().Sum(i => i!["submitted"]!.GetValue<long>());
}
