using System.Text.Json.Nodes;
using ControlPlane.Contract.Tests;

namespace ControlPlane.Host.Tests.Life;

/// <summary>The life of a policy on a running node over HTTP.</summary>
public sealed class NodeLifeTests
{
    [Fact]
    public async Task A_policy_is_watched_promoted_fails_is_caught_and_is_taken_back()
    {
        await using var node = await LifeNode.Start();
        Assert.Equal(2, await node.Publish());
        await node.Ask(HttpMethod.Put, "/v1/policies/shadow", """{"version":2}""");
        for (var i = 0; i < 6; i++)
            Assert.StartsWith("least-loaded (version 1)", (string?)(await node.Submit())["policy"], StringComparison.Ordinal);
        var shadow = (await node.LifeWhen(l => (long)l["shadow"]!["compared"]! == 6))["shadow"]!;
        Assert.InRange((long)shadow["otherSite"]!, 1, 6);
        Assert.True((double)shadow["scoreRegret"]! > 0, $"{shadow}");
        Assert.True((double)shadow["energyJ"]! != 0 && (double)shadow["completionS"]! > 0, $"{shadow}");
        var told = (await node.Why("job-0"))["shadow"]!;
        Assert.Equal((2, "slow", false), ((int)told["version"]!, (string)told["site"]!, (bool)told["agrees"]!));

        Assert.Equal((2, 1), Now(await node.Ask(HttpMethod.Post, "/v1/policies/promote")));
        var sound = await node.Submit();
        Assert.Equal(("adversary (version 2). The last feasible site.", "slow"), ((string)sound["policy"]!, ChosenBy(sound)));

        node.Adversary.Deed = AdversaryDeed.NotANumber;
        var notANumber = await node.Submit();
        Assert.StartsWith("fall-back of the shield for adversary (version 2)", (string?)notANumber["policy"], StringComparison.Ordinal);
        Assert.StartsWith("not a number", (string?)notANumber["replaced"], StringComparison.Ordinal);
        Assert.NotNull(ChosenBy(notANumber));
        node.Adversary.Deed = AdversaryDeed.Stalls;
        var late = await node.Submit();
        Assert.StartsWith("late: no answer within 1 s", (string?)late["replaced"], StringComparison.Ordinal);
        Assert.NotNull(ChosenBy(late));
        // While it is benched nobody waits for it.
        Assert.StartsWith("late: not asked", (string?)(await node.Submit())["replaced"], StringComparison.Ordinal);
        Assert.InRange((long)(await node.Ask(HttpMethod.Get, "/v1/policies/2"))["replaced"]!, 3, 6);

        Assert.Equal((1, 0), Now(await node.Ask(HttpMethod.Post, "/v1/policies/rollback")));
        Assert.StartsWith("least-loaded (version 1)", (string?)(await node.Submit())["policy"], StringComparison.Ordinal);
        await node.Ask(HttpMethod.Post, "/v1/policies/rollback", status: 409);
        var audit = (await node.Ask(HttpMethod.Get, "/v1/audit?limit=4")).AsArray().Select(a => (string)a!["action"]!);
        Assert.Equal(["policy.rollback", "policy.promote", "policy.shadow", "policy.publish"], audit);
    }

    [Theory]
    [InlineData(AdversaryDeed.Throws, "the policy threw: InvalidOperationException: not today")]
    [InlineData(AdversaryDeed.NotANumber, "not a number")]
    [InlineData(AdversaryDeed.Infeasible, "infeasible site")]
    [InlineData(AdversaryDeed.Stalls, "late: no answer within")]
    public async Task A_shadow_that_does_wrong_harms_nobody_and_is_taken_out(object deed, string reason)
    {
        await using var node = await LifeNode.Start();
        await node.Publish();
        node.Adversary.Deed = (AdversaryDeed)deed;
        await node.Ask(HttpMethod.Put, "/v1/policies/shadow", """{"version":2}""");
        JsonNode life;
        // One that stalls is behind: it says nothing to the others that wait for it.
        for (life = await node.Life(); life["shadow"] is not null; life = await node.Life())
        {
            Assert.Null((string?)(await node.Submit())["replaced"]);
            await Task.Delay(20);
        }

        // Several failures may become known at once.
        Assert.StartsWith("2: adversary was taken out after ", (string?)life["ended"], StringComparison.Ordinal);
        Assert.Contains($" failures in a row, the last: {reason}", (string?)life["ended"], StringComparison.Ordinal);
        Assert.Equal(1, (int)life["active"]!);
        Assert.True((bool)(await node.Ask(HttpMethod.Get, "/v1/ledger"))["closes"]!);
        Assert.Equal(0, (long)(await node.Ask(HttpMethod.Get, "/v1/policies/1"))["replaced"]!);
    }

    [Theory]
    [InlineData(AdversaryDeed.Throws)]
    [InlineData(AdversaryDeed.NotANumber)]
    [InlineData(AdversaryDeed.Infeasible)]
    [InlineData(AdversaryDeed.Stalls)]
    public async Task A_canary_that_does_wrong_is_replaced_at_once_and_taken_out_after_three_failures(object deed)
    {
        await using var node = await LifeNode.Start();
        await node.Publish();
        await node.Ask(HttpMethod.Put, "/v1/policies/canary", """{"version":2,"share":1}""");
        Assert.StartsWith("adversary (version 2, canary)", (string?)(await node.Submit())["policy"], StringComparison.Ordinal);
        node.Adversary.Deed = (AdversaryDeed)deed;
        var first = await node.Submit();
        Assert.NotNull(ChosenBy(first));
        Assert.NotNull((string?)first["replaced"]);
        for (var i = 0; i < 4; i++)
            Assert.NotNull(ChosenBy(await node.Submit()));
        var life = await node.Life();
        Assert.Null(life["canary"]);
        Assert.StartsWith("2: adversary was taken out after 3 failures in a row", (string?)life["ended"], StringComparison.Ordinal);
        Assert.StartsWith("least-loaded (version 1)", (string?)(await node.Submit())["policy"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_node_that_comes_back_goes_on_with_the_same_life_and_model()
    {
        var node = await LifeNode.Start();
        await node.Publish();
        await node.Ask(HttpMethod.Post, "/v1/policies/2/activate");
        await node.Ask(HttpMethod.Put, "/v1/policies/shadow", """{"version":1}""");
        await node.Submit();
        var before = await node.LifeWhen(l => (long)l["shadow"]!["compared"]! == 1);
        await using var again = await node.Restart();
        Assert.Equal(before.ToJsonString(), (await again.Life()).ToJsonString());
        Assert.Equal("slow", ChosenBy(await again.Why("job-0")));
        Assert.Equal("a.model", (string?)(await again.Ask(HttpMethod.Get, "/v1/policies/2"))["policy"]!["model"]!["name"]);
        await again.Ask(HttpMethod.Delete, "/v1/policies/shadow");
        Assert.Null((await again.Life())["shadow"]);
    }

    [Theory]
    [InlineData("""{"name":"adversary","model":{"name":"a.model","data":"AAA="}}""", "cannot decide with the model 'a.model': the snapshot is truncated")]
    [InlineData("""{"name":"adversary","settings":{"model":"/etc/passwd"}}""", "names the model '/etc/passwd', and its bytes did not come with it")]
    [InlineData("""{"name":"adversary"}""", "there is no file")]
    [InlineData("""{"name":"round-robin","model":{"name":"a.model","data":"AQID"}}""", "takes no model, but one was given")]
    [InlineData("""{"name":"adversary","model":{"name":"a.model","data":"@"}}""", "body model.data is \"@\"; allowed: 1 to 16777216 bytes in base64")]
    public async Task A_model_that_does_not_fit_is_refused_with_the_reason(string body, string reason)
    {
        await using var node = await LifeNode.Start();
        var problem = await node.Ask(HttpMethod.Post, "/v1/policies", body, status: 400);
        Assert.Contains(reason, (string?)problem["detail"], StringComparison.Ordinal);
        Assert.Single((await node.Ask(HttpMethod.Get, "/v1/policies")).AsArray());
    }

    [Theory]
    [InlineData("PUT", "shadow", """{"version":7}""", 404)]
    [InlineData("PUT", "shadow", """{"version":1}""", 409)]
    [InlineData("PUT", "shadow", """{"version":0}""", 400)]
    [InlineData("PUT", "canary", """{"version":2,"share":1.5}""", 400)]
    [InlineData("PUT", "canary", """{"version":2}""", 400)]
    [InlineData("POST", "promote", null, 409)]
    [InlineData("POST", "rollback", null, 409)]
    public async Task What_cannot_be_done_is_refused(string method, string what, string? body, int status)
    {
        await using var node = await LifeNode.Start();
        await node.Publish();
        await node.Ask(new HttpMethod(method), $"/v1/policies/{what}", body, status);
    }

    [Fact]
    public async Task A_refusal_while_the_shadows_verdicts_wait_is_a_refusal_and_the_node_goes_on()
    {
        await using var node = await LifeNode.Start();
        await node.Publish();
        await node.Ask(HttpMethod.Put, "/v1/policies/shadow", """{"version":2}""");
        // Many times: now and then the node has fetched them already.
        for (var i = 1; i <= 20; i++)
        {
            await node.Submit();
            await node.Ask(HttpMethod.Put, "/v1/policies/shadow", """{"version":1}""", status: 409);
        }

        await node.LifeWhen(l => (long)l["shadow"]!["compared"]! == 20);
    }

    private static (int Active, int Before) Now(JsonNode life) => ((int)life["active"]!, (int?)life["before"]!.AsArray().LastOrDefault() ?? 0);

    private static string? ChosenBy(JsonNode why) => why["options"]!.AsArray().Where(o => (bool)o!["isChosen"]!).Select(o => (string?)o!["site"]).SingleOrDefault();
}
