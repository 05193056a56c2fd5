using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using ControlPlane.Host.Tests.Embedded;
using ControlPlane.Silo.Embedded.Journal.Sqlite;
using Microsoft.Data.Sqlite;

namespace ControlPlane.Host.Tests.Operating;

public sealed class BackupTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string Data => _folder.File("node");

    private string Copy => _folder.File("copy.db");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_backup_of_a_node_under_load_has_all_that_was_acknowledged_before_it_began_and_the_node_may_die_then()
    {
        var acknowledged = 0;
        var before = 0;
        using (var node = await NodeProcess.Start(Data, "--dev"))
        {
            using var client = new HttpClient { BaseAddress = node.Address };
            using var end = new CancellationTokenSource();
            var load = Task.Run(async () =>
            {
                for (var i = 0; !end.IsCancellationRequested; i++)
                {
                    await Submit(client, i);
                    Volatile.Write(ref acknowledged, i + 1);
                }
            });
            await Http.Eventually.Holds(() => Volatile.Read(ref acknowledged) > 100);
            before = Volatile.Read(ref acknowledged);
            await Done("backup", "--data", Data, "--out", Copy);
            var after = Volatile.Read(ref acknowledged);
            // The node goes on, and is read beside its work.
            await Http.Eventually.Holds(() => Volatile.Read(ref acknowledged) > after);
            Assert.True((long)(await Check("--data", Data))["submitted"]! >= after);
            await end.CancelAsync();
            await load;
            await node.Kill();
        }

        Assert.Equal(acknowledged, (long)(await Check("--data", Data))["submitted"]!);
        var held = (long)(await Check("--from", Copy))["submitted"]!;
        Assert.InRange(held, before, acknowledged);

        var again = _folder.File("again");
        await Done("restore", "--data", again, "--from", Copy);
        Assert.Equal(held, (long)(await Check("--data", again))["submitted"]!);
        using var restored = await NodeProcess.Start(again, "--dev");
        using var reader = new HttpClient { BaseAddress = restored.Address };
        for (var i = 0; i < before; i++)
            Assert.Equal(HttpStatusCode.OK, (await reader.GetAsync($"/v1/jobs/job-{i}")).StatusCode);
        Assert.True((bool)JsonNode.Parse(await reader.GetStringAsync("/v1/ledger"))!["closes"]!);
    }

    [Fact]
    public async Task A_backup_is_one_file_for_its_owner_and_replaces_nothing()
    {
        await Founded();
        await Done("backup", "--data", Data, "--out", Copy);
        Assert.Equal([Copy], Directory.GetFiles(_folder.Path));
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Copy));
        Assert.Contains("is there already", await SiloProgram.Complaint("backup", "--data", Data, "--out", Copy), StringComparison.Ordinal);
        Assert.Contains("no such folder", await SiloProgram.Complaint("backup", "--data", Data, "--out", _folder.File("x/copy.db")), StringComparison.Ordinal);
        Assert.Contains("is not empty", await SiloProgram.Complaint("restore", "--data", Data, "--from", Copy), StringComparison.Ordinal);
        var nothing = await SiloProgram.Run("backup", "--data", _folder.File("nowhere"), "--out", _folder.File("other.db"));
        Assert.Equal(3, nothing.ExitCode);
        Assert.Contains("there is no journal", nothing.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(_folder.File("nowhere")));
    }

    [Fact]
    public async Task A_node_with_a_database_is_not_backed_up_or_restored_as_a_file()
    {
        await Founded();
        await Done("backup", "--data", Data, "--out", Copy);
        var other = _folder.File("other");
        string[] database = ["--connection", "Host=db;Password=secret"];
        var backup = await SiloProgram.Complaint(["backup", "--out", _folder.File("other.db"), "--data", Data, .. database]);
        var restore = await SiloProgram.Complaint(["restore", "--from", Copy, "--data", other, .. database]);
        Assert.Contains("--connection is set: backup knows journals in files only; use pg_dump", backup, StringComparison.Ordinal);
        Assert.Contains("--connection is set: restore knows journals in files only; use pg_restore", restore, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", backup + restore, StringComparison.Ordinal);
        Assert.False(File.Exists(_folder.File("other.db")) || Directory.Exists(other));
    }

    [Theory]
    [InlineData("UPDATE batch SET operations = x'00' || operations WHERE number = 2", "batch 2 has another checksum")]
    [InlineData("DELETE FROM batch WHERE number = 2", "batch 2 is missing")]
    public async Task Damage_is_found_by_a_check_and_never_restored(string damage, string said)
    {
        await Founded();
        await Done("backup", "--data", Data, "--out", Copy);
        using (var connection = SqliteFile.Connect(Copy, SqliteOpenMode.ReadWrite))
            SqliteFile.Execute(connection, damage);
        var check = await SiloProgram.Run("check", "--from", Copy);
        Assert.Equal((1, ""), (check.ExitCode, check.Out));
        Assert.Contains(said, check.Error, StringComparison.Ordinal);
        var json = await SiloProgram.Run("check", "--from", Copy, "--json");
        Assert.Equal((1, false), (json.ExitCode, (bool)JsonNode.Parse(json.Out)!["isSound"]!));
        Assert.Equal(1, (await SiloProgram.Run("restore", "--data", _folder.File("again"), "--from", Copy)).ExitCode);
        Assert.False(Directory.Exists(_folder.File("again")));
        // Nor does a node start on it, and its supervisor learns that waiting will not help.
        File.Copy(Copy, Path.Combine(Directory.CreateDirectory(_folder.File("broken")).FullName, "journal.db"));
        var start = await SiloProgram.Run("--data", _folder.File("broken"), "--dev", "--http-port", "0");
        Assert.Equal(1, start.ExitCode);
        Assert.Contains(said, start.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_journal_of_another_fleet_is_not_taken_for_a_sound_one()
    {
        using (var node = await NodeProcess.Start(Data, "--dev"))
            Assert.Equal(0, await node.Stop());
        var check = await SiloProgram.Run("check", "--data", Data, "--fleet", "hundred-sites");
        Assert.Equal(1, check.ExitCode);
        Assert.Contains("a node keeps the fleet that it was founded with", check.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_no_journal_is_refused()
    {
        await File.WriteAllTextAsync(Copy, string.Concat(Enumerable.Repeat("not a journal\n", 500)));
        Assert.Equal(1, (await SiloProgram.Run("check", "--from", Copy)).ExitCode);
        Assert.Equal(1, (await SiloProgram.Run("restore", "--data", Data, "--from", Copy)).ExitCode);
        Assert.Contains("no such file", await SiloProgram.Complaint("restore", "--data", Data, "--from", _folder.File("none")), StringComparison.Ordinal);
    }

    // A node with some batches that died: nothing of them is in a snapshot.
    private async Task Founded()
    {
        using var node = await NodeProcess.Start(Data, "--dev");
        using var client = new HttpClient { BaseAddress = node.Address };
        for (var i = 0; i < 5; i++)
            await Submit(client, i);
        await node.Kill();
    }

    private static async Task Submit(HttpClient client, int number)
    {
        using var response = await client.PostAsJsonAsync("/v1/jobs", new { id = $"job-{number}", sizeUnits = 100 });
        Assert.Equal(HttpStatusCode.Created, response.StatusCode);
    }

    private static async Task<JsonNode> Check(params string[] args) => JsonNode.Parse((await Done(["check", "--json", .. args])).Out)!;

    private static async Task<CliResult> Done(params string[] args)
    {
        var end = await SiloProgram.Run(args);
        Assert.True(end.ExitCode == 0, end.Error);
        return end;
    }
}
