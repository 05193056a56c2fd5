using System.Net.Http.Json;
using System.Text.Json.Nodes;
using ControlPlane.Grains.Tests.Postgres;
using ControlPlane.Host.Tests.Embedded;

namespace ControlPlane.Host.Tests.Operating;

/// <summary>The journal in a database is checked as one in a file.</summary>
[Collection(PostgresTests.Name)]
public sealed class PostgresCheckTests(PostgresServer server)
{
    [PostgresFact]
    public async Task A_journal_in_a_database_is_read_beside_its_node_and_damage_is_found()
    {
        var database = await server.CreateDatabase();
        Assert.Equal(3, (await SiloProgram.Run("check", "--connection", database)).ExitCode);
        using var folder = new TemporaryFolder();
        using var node = await NodeProcess.Start(folder.File("node"), "--dev", "--connection", database);
        using var client = new HttpClient { BaseAddress = node.Address };
        foreach (var id in new[] { "a", "b", "c" })
            (await client.PostAsJsonAsync("/v1/jobs", new { id, sizeUnits = 100 })).EnsureSuccessStatusCode();
        var sound = await SiloProgram.Run("check", "--connection", database, "--json");
        Assert.True(sound.ExitCode == 0, sound.Error);
        Assert.Equal(3, (long)JsonNode.Parse(sound.Out)!["submitted"]!);
        // The node was not disturbed: it has not been fenced by whoever looked.
        (await client.PostAsJsonAsync("/v1/jobs", new { id = "d", sizeUnits = 100 })).EnsureSuccessStatusCode();
        await node.Kill();
        await Sql.Column<int>(database, "UPDATE controlplane_node.batch SET operation_count = operation_count + 1 WHERE number = 2 RETURNING 1");
        var damaged = await SiloProgram.Run("check", "--connection", database);
        Assert.Equal(1, damaged.ExitCode);
        Assert.Contains("batch 2 has another checksum", damaged.Error, StringComparison.Ordinal);
    }
}
