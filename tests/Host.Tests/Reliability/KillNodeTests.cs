using ControlPlane.Grains.Tests.Postgres;
using ControlPlane.Host.Tests.Embedded;
using ControlPlane.Silo.Embedded.Journal;

namespace ControlPlane.Host.Tests.Reliability;

/// <summary>
/// R8 for the whole node over HTTP: it is killed at random instants while jobs are submitted and withdrawn, agents work and an operator drains sites and changes the
/// policy. Nothing that was acknowledged is lost, no job runs twice, the ledger closes, and a replay shows the state before.
/// </summary>
[Collection(PostgresTests.Name)]
public sealed class KillNodeTests(PostgresServer server)
{
    [Fact]
    public async Task A_node_that_is_killed_at_any_instant_keeps_its_word_in_a_file()
    {
        using var folder = new TemporaryFolder();
        await Kill(new JournalPlace { Folder = folder.Path }, TestScale.Pick(8, 200));
    }

    [PostgresFact]
    public async Task A_node_that_is_killed_at_any_instant_keeps_its_word_in_a_database()
    {
        using var folder = new TemporaryFolder();
        await Kill(new JournalPlace { Folder = folder.Path, Connection = await server.CreateDatabase() }, TestScale.Pick(8, 200));
    }

    private static async Task Kill(JournalPlace place, int kills)
    {
        var story = new KillStory(place, seed: 8);
        await story.Begin();
        for (var i = 0; i < kills; i++)
            await story.Round();
        await story.End();
    }
}
