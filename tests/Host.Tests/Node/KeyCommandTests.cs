using System.Text.Json.Nodes;
using ControlPlane.Host.Tests.Http;
using ControlPlane.Silo.Http.Keys;

namespace ControlPlane.Host.Tests.Node;

public sealed class KeyCommandTests
{
    [Fact]
    public async Task A_key_that_was_made_works_until_it_is_ended()
    {
        await using var host = await ApiHost.Start();
        var made = Json(host, "keys", "add", "ci", "--role", "viewer", "--for", "90d");
        var secret = (string)made["secret"]!;
        Assert.Equal(0, Run(host, secret, "sites").ExitCode);
        Assert.Equal(3, Run(host, secret, "keys", "list").ExitCode);
        Json(host, "keys", "end", (string)made["key"]!["id"]!);
        Assert.Equal(3, Run(host, secret, "sites").ExitCode);
    }

    [Fact]
    public async Task A_rotated_key_leaves_time_for_the_handover_and_keeps_name_and_role()
    {
        await using var host = await ApiHost.Start();
        var old = Json(host, "keys", "add", "rack", "--role", "agent", "--site", "east");
        var made = Json(host, "keys", "rotate", (string)old["key"]!["id"]!);
        Assert.Equal(("rack", "agent", "east"), ((string)made["key"]!["name"]!, (string)made["key"]!["role"]!, (string)made["key"]!["site"]!));
        Assert.NotEqual((string)old["secret"]!, (string)made["secret"]!);
        var keys = Json(host, "keys", "list").AsArray().Where(k => (string)k!["name"]! == "rack").ToList();
        Assert.Equal([true, true], keys.Select(k => (bool)k!["isValid"]!));
        Assert.Single(keys, k => k!["expiresAt"] is not null);
    }

    [Fact]
    public async Task A_list_of_keys_never_has_a_key()
    {
        await using var host = await ApiHost.Start();
        var list = Run(host, host.Secrets[Role.Admin], "keys", "list");
        Assert.Equal(0, list.ExitCode);
        Assert.All(host.Secrets.Values, secret => Assert.DoesNotContain(secret, list.Out, StringComparison.Ordinal));
    }

    private static JsonNode Json(ApiHost host, params string[] args) => Cli.Json([.. args, "--node", $"{host.Address}", "--key", host.Secrets[Role.Admin]]);

    private static CliResult Run(ApiHost host, string key, params string[] args) => Cli.Run([.. args, "--node", $"{host.Address}", "--key", key]);
}
