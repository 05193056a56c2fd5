using System.Text.Json.Nodes;

namespace ControlPlane.Host.Tests.Node;

/// <summary>What operators change at a node.</summary>
public sealed class OperatorCommandTests
{
    [Fact]
    public async Task Sites_drain_and_take_jobs_again()
    {
        await using var node = await NodeServer.Start();
        Assert.True((bool)node.Json("drain", "east")["isDraining"]!);
        Assert.Equal([true, false], node.Json("sites").AsArray().Select(s => (bool)s!["isDraining"]!));
        Assert.False((bool)node.Json("resume", "east")["isDraining"]!);
        var unknown = node.Run("drain", "mars");
        Assert.Equal((2, ""), (unknown.ExitCode, unknown.Out));
    }

    [Fact]
    public async Task Versions_of_the_policy_are_published_once_and_activated()
    {
        await using var node = await NodeServer.Start();
        node.Plane.FailNext(1);
        Assert.Equal(1, (int)JsonNode.Parse(node.Run("policy", "publish", "least-energy:gpus=2,clock=max", "--note", "trial", "--json").Out)!["version"]!);
        Assert.True((bool)node.Json("policy", "activate", "1")["isActive"]!);
        var version = Assert.Single(node.Json("policy", "list").AsArray())!;
        Assert.Equal(("max", "trial"), ((string)version["policy"]!["settings"]!["clock"]!, (string)version["note"]!));
        Assert.Contains("least-energy:clock=max,gpus=2", node.Run("policy", "list").Out, StringComparison.Ordinal);
        Assert.Equal(2, node.Run("policy", "activate", "7").ExitCode);
        Assert.Contains(node.Json("audit").AsArray(), e => (string)e!["action"]! == "policy.activate");
    }

    [Fact]
    public async Task A_version_whose_answer_was_lost_is_asked_for_as_the_same_one()
    {
        const string version =
            """{"version":1,"policy":{"name":"least-energy","settings":{}},"note":"","publishedAt":"2031-05-06T07:08:09Z","publishedBy":"a","isActive":false,"decisions":0,"replaced":0}""";
        await using var server = new ScriptedServer("", $"HTTP/1.1 201 Created\r\nContent-Type: application/json\r\nContent-Length: {version.Length}\r\nConnection: close\r\n\r\n{version}");
        Assert.Equal(0, Cli.Run("policy", "publish", "least-energy", "-q", "--node", $"{server.Address}").ExitCode);
        var keys = server.Requests.Select(r => r.Split("Idempotency-Key: ")[1].Split('\n')[0].Trim()).ToList();
        Assert.Equal(2, keys.Count);
        Assert.Single(keys.Distinct());
    }

    [Fact]
    public async Task A_version_is_tried_beside_the_active_one_promoted_and_taken_back()
    {
        await using var node = await NodeServer.Start();
        foreach (var policy in new[] { "least-loaded", "round-robin", "power-of-d" })
            node.Json("policy", "publish", policy);
        node.Json("policy", "activate", "1");
        Assert.Equal(2, (int)node.Json("policy", "shadow", "2")["shadow"]!["version"]!);
        Assert.Equal(0.25, (double)node.Json("policy", "canary", "3", "--share", "0.25")["canary"]!["share"]!);
        var shown = node.Run("policy", "status").Out;
        Assert.All(new[] { "canary", "25.0", "shadow", "there is no version to go back to" }, word => Assert.Contains(word, shown, StringComparison.Ordinal));
        Assert.Null(node.Json("policy", "shadow", "--off")["shadow"]);
        Assert.Equal(3, (int)node.Json("policy", "promote")["active"]!);
        Assert.Equal(1, (int)node.Json("policy", "rollback")["active"]!);
        Assert.Equal(2, node.Run("policy", "rollback").ExitCode);
        Assert.Equal(2, node.Run("policy", "shadow").ExitCode);
        Assert.Equal(2, node.Run("policy", "canary", "2").ExitCode);
        Assert.Equal(2, node.Run("policy", "canary", "2", "--share", "2").ExitCode);
    }

    [Fact]
    public async Task A_tenant_has_no_more_jobs_than_its_quota()
    {
        await using var node = await NodeServer.Start();
        Assert.Equal(1, (int)node.Json("quota", "lab", "1")["quota"]!);
        Assert.Equal(0, node.Run("submit", "--id", "a", "--size", "2", "--tenant", "lab").ExitCode);
        Assert.Equal(3, node.Run("submit", "--id", "b", "--size", "2", "--tenant", "lab", "--give-up", "0.2s").ExitCode);
        Assert.Equal(["lab:1"], node.Json("tenants").AsArray().Where(t => (string)t!["name"]! == "lab").Select(t => $"{t!["name"]}:{t["live"]}"));
        Assert.Null(node.Json("quota", "lab", "none")["quota"]);
        Assert.Equal(0, node.Run("submit", "--id", "b", "--size", "2", "--tenant", "lab").ExitCode);
    }
}
