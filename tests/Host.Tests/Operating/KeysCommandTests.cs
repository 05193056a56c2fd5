using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using ControlPlane.Host.Tests.Embedded;
using ControlPlane.Host.Tests.Http;

namespace ControlPlane.Host.Tests.Operating;

public sealed class KeysCommandTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string Data => _folder.File("node");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_key_is_printed_once_alone_on_stdout_and_listed_without_it()
    {
        var made = await Keys("add", "--name", "ci", "--role", "submitter", "--tenant", "lab", "--lasts", "90d");
        Assert.Matches("^cp_[A-Za-z0-9_-]{43}\\s*$", made.Out);
        Assert.Contains("(ci, submitter for tenant lab, ends in", made.Error, StringComparison.Ordinal);
        var list = await Keys("list");
        Assert.Contains("tenant lab", list.Out, StringComparison.Ordinal);
        Assert.DoesNotContain(made.Out.Trim(), list.Out, StringComparison.Ordinal);
        var key = JsonNode.Parse((await Keys("list", "--json")).Out)![0]!;
        Assert.Equal(("ci", "submitter", "lab", true), ((string?)key["name"], (string?)key["role"], (string?)key["tenant"], (bool)key["isValid"]!));
        Assert.Equal(TimeSpan.FromDays(90), (DateTimeOffset)key["expiresAt"]! - (DateTimeOffset)key["createdAt"]!);
    }

    [Fact]
    public async Task Folder_and_file_are_for_their_owner_only()
    {
        await Keys("add", "--name", "admin", "--role", "admin");
        if (OperatingSystem.IsWindows())
            return;
        const UnixFileMode Owner = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        Assert.Equal(Owner | UnixFileMode.UserExecute, File.GetUnixFileMode(Data));
        foreach (var file in Directory.GetFiles(Data))
            Assert.Equal(Owner, File.GetUnixFileMode(file));
    }

    [Theory]
    [InlineData("add needs --name", "add", "--role", "admin")]
    [InlineData("add needs --role", "add", "--name", "a")]
    [InlineData("--role must be one of viewer, submitter, operator, admin, agent, not 'king'", "add", "--name", "a", "--role", "king")]
    [InlineData("--name must have 1 to 64 letters", "add", "--name", "a b", "--role", "admin")]
    [InlineData("--site with --role agent must be the site of the agent", "add", "--name", "a", "--role", "agent")]
    [InlineData("--tenant with --role admin must be nothing", "add", "--name", "a", "--role", "admin", "--tenant", "lab")]
    [InlineData("--lasts must be a time from 1 s to 3650 d with its unit (30m, 12h, 90d), not '90'", "add", "--name", "a", "--role", "admin", "--lasts", "90")]
    [InlineData("there is no key of the id 'none'", "end", "none")]
    [InlineData("there is no key of the id 'none'", "rotate", "none")]
    public async Task What_is_wrong_is_said_with_what_is_allowed(string complaint, params string[] args) =>
        Assert.Contains(complaint, await SiloProgram.Complaint(["keys", args[0], "--data", Data, .. args[1..]]), StringComparison.Ordinal);

    [Fact]
    public async Task The_last_key_of_an_administrator_stays()
    {
        await Keys("add", "--name", "admin", "--role", "admin");
        var end = await SiloProgram.Run("keys", "end", await IdOf("admin"), "--data", Data);
        Assert.Equal((1, "error: this is the last key of an administrator: make another one first"), (end.ExitCode, end.Error.TrimEnd()));
    }

    [Fact]
    public async Task A_node_without_keys_says_how_to_make_the_first_one_and_takes_it_at_once()
    {
        using var node = await NodeProcess.Start(Data);
        using var client = new HttpClient { BaseAddress = node.Address };
        Assert.Equal(401, await Status(client, secret: null));
        // The line is a command to be copied: what follows the program's name works as it is.
        await Eventually.Holds(() => node.Error.Contains("controlplane-silo keys add", StringComparison.Ordinal));
        var command = Assert.Single(node.Error.Trim().Split('\n')).Split("controlplane-silo ")[1].Trim().Split(' ');
        var made = await SiloProgram.Run(command);
        Assert.True(made.ExitCode == 0, made.Error);
        var secret = made.Out.Trim();
        await Eventually.Holds(async () => await Status(client, secret) == 200);

        var next = (await Keys("rotate", await IdOf("admin"), "--in", "0s")).Out.Trim();
        await Eventually.Holds(async () => await Status(client, secret) == 401);
        Assert.Equal(200, await Status(client, next));
        Assert.Equal(0, await node.Stop());
        Assert.Contains("stopping: requests that have begun are answered", node.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_node_that_an_administrator_can_reach_says_nothing_about_keys_and_keeps_its_journal_to_itself()
    {
        await Keys("add", "--name", "admin", "--role", "admin");
        using var node = await NodeProcess.Start(Data);
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Path.Combine(Data, "journal.db-wal")));
        Assert.Equal(0, await node.Stop());
        Assert.DoesNotContain("keys add", node.Error, StringComparison.Ordinal);
    }

    private async Task<CliResult> Keys(string verb, params string[] args)
    {
        var end = await SiloProgram.Run(["keys", verb, "--data", Data, .. args]);
        Assert.True(end.ExitCode == 0, end.Error);
        return end;
    }

    private async Task<string> IdOf(string name) =>
        (string)JsonNode.Parse((await Keys("list", "--json")).Out)!.AsArray().First(k => (string?)k!["name"] == name && (bool)k["isValid"]!)!["id"]!;

    private static async Task<int> Status(HttpClient client, string? secret)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/v1/host");
        request.Headers.Authorization = secret is null ? null : new AuthenticationHeaderValue("Bearer", secret);
        using var response = await client.SendAsync(request);
        return (int)response.StatusCode;
    }
}
