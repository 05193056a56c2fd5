namespace ControlPlane.Host.Tests.Http;

public sealed class IdempotencyTests
{
    private const string Policy = """{"name":"round-robin"}""";
    private static readonly (string, string) Key = ("Idempotency-Key", "k-1");

    [Fact]
    public async Task The_same_request_with_the_same_key_gets_the_same_answer_and_happens_once()
    {
        await using var host = await ApiHost.Start();
        var first = await host.Post("/v1/policies", Policy, Key);
        var second = await host.Post("/v1/policies", Policy, Key);
        Assert.Equal((first.Status, first.Body, first.Header("Location")), (second.Status, second.Body, second.Header("Location")));
        Assert.Equal((null, "true"), (first.Header("Idempotent-Replayed"), second.Header("Idempotent-Replayed")));
        Assert.Single((await host.Get("/v1/policies")).Json.AsArray());
    }

    [Fact]
    public async Task Another_body_with_the_same_key_is_refused_but_not_for_another_caller_or_path()
    {
        await using var host = await ApiHost.Start();
        await host.Post("/v1/policies", Policy, Key);
        Assert.Equal(409, (await host.Post("/v1/policies", """{"name":"least-loaded"}""", Key)).Status);
        Assert.Equal(201, (await host.Post("/v1/jobs", """{"id":"a","sizeUnits":1}""", Key)).Status);
        using var other = host.ClientOf(Silo.Http.Keys.Role.Operator);
        Assert.Equal(201, (await ApiHost.Send(other, HttpMethod.Post, "/v1/policies", """{"name":"least-loaded"}""", Key)).Status);
    }

    [Fact]
    public async Task Many_requests_at_once_with_one_key_happen_once()
    {
        await using var host = await ApiHost.Start();
        var hold = new TaskCompletionSource();
        host.Plane.Hold = hold.Task;
        var replies = Enumerable.Range(0, 20).Select(_ => host.Post("/v1/jobs", """{"id":"a","sizeUnits":1}""", Key)).ToArray();
        hold.SetResult();
        Assert.All(await Task.WhenAll(replies), r => Assert.Equal(201, r.Status));
        Assert.Equal(1, host.Plane.Submissions);
    }

    [Fact]
    public async Task An_answer_that_asks_to_try_again_is_not_kept()
    {
        await using var host = await ApiHost.Start();
        Assert.Equal(429, (await host.Post("/v1/jobs", """{"id":"a","sizeUnits":1,"tenant":"full"}""", Key)).Status);
        Assert.Equal(429, (await host.Post("/v1/jobs", """{"id":"a","sizeUnits":1,"tenant":"full"}""", Key)).Status);
        Assert.Equal(2, host.Plane.Submissions);
    }

    [Fact]
    public async Task The_oldest_answers_are_forgotten_first()
    {
        await using var host = await ApiHost.Start(s => s with { Limits = s.Limits with { IdempotentAnswers = 2 } });
        foreach (var key in new[] { "1", "2", "3" })
            await host.Post("/v1/jobs", """{"id":"a","sizeUnits":1}""", ("Idempotency-Key", key));
        Assert.Equal("true", (await host.Post("/v1/jobs", """{"id":"a","sizeUnits":1}""", ("Idempotency-Key", "3"))).Header("Idempotent-Replayed"));
        Assert.Null((await host.Post("/v1/jobs", """{"id":"a","sizeUnits":1}""", ("Idempotency-Key", "1"))).Header("Idempotent-Replayed"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("two words")]
    public async Task A_key_that_is_none_is_named(string key)
    {
        await using var host = await ApiHost.Start();
        Assert.Equal(["header Idempotency-Key"], (await host.Post("/v1/policies", Policy, ("Idempotency-Key", key))).Fields);
    }
}
