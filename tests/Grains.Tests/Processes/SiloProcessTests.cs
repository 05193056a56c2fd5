using System.Collections.Immutable;
using ControlPlane.Fleet.Jobs;
using ControlPlane.Grains.Interfaces.Simulated;
using ControlPlane.Grains.Interfaces.Mapping;
using ControlPlane.Grains.Interfaces.Wire;
using ControlPlane.Grains.Tests.Postgres;
using Npgsql;

namespace ControlPlane.Grains.Tests.Processes;

/// <summary>Silos as processes over one database: they find each other, bury each other and leave in order.</summary>
[Collection(PostgresTests.Name)]
public sealed class SiloProcessTests(PostgresServer server)
{
    private static readonly FleetRecord Fleet = TestFleets.Small().Fleet.ToWire();

    [PostgresFact]
    public async Task Ready_line_says_where_the_silo_is_and_nothing_else_is_on_stdout()
    {
        await using var silo = await SiloProcess.Start(await server.CreateDatabase(), "--region", "eu-west");
        Assert.Equal(
            ["region", "pid", "address", "silo-port", "gateway-port", "storage"],
            silo.Ready.Keys);
        Assert.Equal(("eu-west", $"{silo.Id}", "127.0.0.1", "postgres"), (silo.Ready["region"], silo.Ready["pid"], silo.Ready["address"], silo.Ready["storage"]));
        var end = await silo.Terminate();
        Assert.Equal((0, ""), (end.ExitCode, end.Out));
    }

    [PostgresFact]
    public async Task Two_silos_form_a_cluster_and_one_that_is_killed_is_buried_while_a_client_goes_on()
    {
        var database = await server.CreateDatabase();
        // Both start at once on an empty database: the schema is applied under their feet.
        var silos = await Task.WhenAll(SiloProcess.Start(database), SiloProcess.Start(database));
        await using var first = silos[0];
        await using var second = silos[1];
        await using var client = await RegionClient.Connect(database);
        await Eventually.Holds("two silos are active", async () => (await client.ActiveSilos()).Count == 2);
        await UseGrains(client, "before");

        second.Kill();
        await Eventually.Holds("the killed silo is dead", async () => (await client.ActiveSilos()).Select(s => s.Endpoint.Port).SequenceEqual([first.SiloPort]));
        await UseGrains(client, "after");
        Assert.StartsWith($"127.0.0.1:{first.SiloPort}@", Assert.Single(await Votes(database, second)), StringComparison.Ordinal);
    }

    [PostgresFact]
    public async Task Sigterm_ends_with_0_and_leaves_the_cluster_without_a_vote()
    {
        var database = await server.CreateDatabase();
        await using var stays = await SiloProcess.Start(database);
        await using var leaves = await SiloProcess.Start(database);
        await using var client = await RegionClient.Connect(database);
        await Eventually.Holds("two silos are active", async () => (await client.ActiveSilos()).Count == 2);
        await UseGrains(client, "before");
        var end = await leaves.Terminate();
        Assert.True(end.ExitCode == 0, end.Error);
        Assert.Contains("draining", end.Error, StringComparison.Ordinal);
        var votes = Assert.Single(await Votes(database, leaves));
        Assert.StartsWith($"127.0.0.1:{leaves.SiloPort}@", votes, StringComparison.Ordinal);
        Assert.DoesNotContain('|', votes);
        await Eventually.Holds("one silo is active", async () => (await client.ActiveSilos()).Count == 1);
        await UseGrains(client, "after");
    }

    [PostgresFact]
    public async Task A_second_signal_ends_a_silo_that_is_still_draining()
    {
        var database = await server.CreateDatabase();
        await using var silo = await SiloProcess.Start(database, "--drain-timeout", "1h");
        // A silo that leaves writes so: it cannot while somebody else holds the table.
        await using var connection = new NpgsqlConnection(database);
        await connection.OpenAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        await using var hold = new NpgsqlCommand("LOCK TABLE OrleansMembershipVersionTable", connection, transaction);
        await hold.ExecuteNonQueryAsync();
        await silo.AskToStop();
        await Eventually.Holds("it drains", () => Task.FromResult(silo.Error.Contains("draining", StringComparison.Ordinal)));
        Assert.Equal(128 + 15, (await silo.Terminate()).ExitCode);
    }

    [PostgresFact]
    public async Task A_silo_that_was_taken_for_dead_ends_when_it_comes_to_itself()
    {
        var database = await server.CreateDatabase();
        await using var stays = await SiloProcess.Start(database);
        await using var sleeps = await SiloProcess.Start(database);
        await sleeps.Freeze();
        await Eventually.Holds("the frozen silo is dead", async () => (await Votes(database, sleeps)).Count == 1);
        await sleeps.Thaw();
        Assert.Equal(128 + 6, (await sleeps.End()).ExitCode);
    }

    [PostgresFact]
    public async Task A_region_comes_back_after_all_its_silos_were_killed()
    {
        var database = await server.CreateDatabase();
        var silos = await Task.WhenAll(SiloProcess.Start(database), SiloProcess.Start(database));
        foreach (var silo in silos)
        {
            silo.Kill();
            await silo.DisposeAsync();
        }

        await using var again = await SiloProcess.Start(database);
        await using var client = await RegionClient.Connect(database);
        await Eventually.Holds("the new silo alone is active", async () => (await client.ActiveSilos()).Select(s => s.Endpoint.Port).SequenceEqual([again.SiloPort]));
        await UseGrains(client, "after");
    }

    [PostgresFact]
    public async Task A_database_of_another_region_is_refused()
    {
        var database = await server.CreateDatabase();
        await using var silo = await SiloProcess.Start(database, "--region", "eu");
        var end = await SiloProcess.Run("--storage", "postgres", "--connection", database, "--silo-port", "0", "--gateway-port", "0", "--region", "us");
        Assert.Equal(2, end.ExitCode);
        Assert.Contains("belongs to region 'eu', not 'us'", OneLine(end), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Silos_in_memory_join_the_first_one()
    {
        await using var first = await SiloProcess.StartWith("--silo-port", "0", "--gateway-port", "0", "--fast-failover");
        await using var second = await SiloProcess.StartWith("--silo-port", "0", "--gateway-port", "0", "--fast-failover", "--join", $"127.0.0.1:{first.SiloPort}");
        await using var client = await RegionClient.Connect(second.GatewayPort);
        await Eventually.Holds("two silos are active", async () => (await client.ActiveSilos()).Count == 2);
    }

    [Fact]
    public async Task A_port_in_use_is_said_in_one_line()
    {
        await using var silo = await SiloProcess.StartWith("--silo-port", "0", "--gateway-port", "0");
        var end = await SiloProcess.Run("--silo-port", $"{silo.SiloPort}", "--gateway-port", "0");
        Assert.Equal(2, end.ExitCode);
        Assert.Equal($"error: --silo-port {silo.SiloPort} is in use at 127.0.0.1: choose another, or 0 for a free one", OneLine(end));
    }

    // Who took a dead silo out of the cluster, separated by bars: one that leaves in order names itself.
    private static Task<List<string>> Votes(string database, SiloProcess silo) =>
        Sql.Column<string>(database, $"SELECT SuspectTimes FROM OrleansMembershipTable WHERE Port = {silo.SiloPort} AND Status = 6");

    private static string OneLine(SiloEnd end) => Assert.Single(end.Error.TrimEnd().Split('\n')).TrimEnd();

    // Enough keys that every silo gets some.
    private static async Task UseGrains(RegionClient client, string run)
    {
        foreach (var i in Enumerable.Range(0, 12))
        {
            var policy = client.Cluster.GetGrain<ISimulatedPolicyGrain>($"{run}-{i}");
            await policy.Open(new PolicySetup(Fleet, "least-loaded", ImmutableDictionary<string, string>.Empty, 5, SharesStream: false, 400, 1));
            Assert.InRange((await policy.Place(WorkItem.Submitted(new Job(new JobId(i), 0, 400, 0)).ToWire().Job, 0)).Placement.Site, 0, Fleet.Sites.Length - 1);
        }
    }
}
