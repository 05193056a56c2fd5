using System.Text.Json.Nodes;
using ControlPlane.Core.Tests.Policies.Planned;

namespace ControlPlane.Host.Tests.Life;

/// <summary>A fleet plan comes to a running node over HTTP and is obeyed.</summary>
public sealed class PlannedLifeTests
{
    [Fact]
    public async Task A_plan_is_published_becomes_active_and_jobs_go_where_it_has_room()
    {
        await using var node = await LifeNode.Start();
        var plan = PlanSpecs.Of(TestFleets.Small().Fleet, [[0], [0], [12]]);
        Assert.Equal(2, (int)(await Publish(node, plan.ToBytes(), 201))["version"]!);
        await node.Ask(HttpMethod.Put, "/v1/policies/shadow", """{"version":2}""");
        await node.Ask(HttpMethod.Post, "/v1/policies/promote");
        for (var i = 0; i < 3; i++)
        {
            var why = await node.Submit();
            Assert.StartsWith("planned (version 2)", (string?)why["policy"], StringComparison.Ordinal);
            Assert.Equal("slow", why["options"]!.AsArray().Where(o => (bool)o!["isChosen"]!).Select(o => (string?)o!["site"]).Single());
        }
    }

    [Fact]
    public async Task A_plan_of_another_fleet_and_a_broken_one_are_refused_with_what_is_wrong()
    {
        await using var node = await LifeNode.Start();
        var other = PlanSpecs.Of(TestFleets.Model(TestFleets.Site("elsewhere", 4)), [[1]]).ToBytes();
        Assert.Contains("made for another fleet", $"{await Publish(node, other, 400)}", StringComparison.Ordinal);
        Assert.Contains("truncated", $"{await Publish(node, other[..^9], 400)}", StringComparison.Ordinal);
    }

    private static Task<JsonNode> Publish(LifeNode node, byte[] plan, int status) => node.Ask(
        HttpMethod.Post, "/v1/policies", $$$"""{"name":"planned","model":{"name":"day.plan","data":"{{{Convert.ToBase64String(plan)}}}"}}""", status);
}
