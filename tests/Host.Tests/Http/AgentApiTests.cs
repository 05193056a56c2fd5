using ControlPlane.Silo.Http.Keys;

namespace ControlPlane.Host.Tests.Http;

public sealed class AgentApiTests
{
    private const string Hello = """{"agent":"rack-1","gpus":8}""";

    [Fact]
    public async Task An_agent_registers_reports_and_is_told_its_tasks_until_it_knows_them()
    {
        await using var host = await ApiHost.Start();
        using var agent = host.ClientOf(Role.Agent);
        Assert.Equal("""{"site":"east","epoch":1,"leaseS":30}""", (await Send(agent, "register", Hello)).Body);
        host.Plane.Order("a");
        const string Beat = """
            {"epoch":1,"gpus":8,"knownVersion":0,"waitS":0,"reports":[{"number":1,"job":"a","token":1,"kind":"progress","doneUnits":0.5,"energyJ":12.5,"detail":"ok"}]}
            """;
        Assert.Equal(
            """{"version":1,"tasks":[{"job":"a","token":1,"gpus":2,"clock":1,"units":5,"secondsPerUnit":0.5,"powerW":700}],"confirmed":1}""",
            (await Send(agent, "beat", Beat)).Body);
        Assert.Equal("""{"version":1,"tasks":null,"confirmed":0}""", (await Send(agent, "beat", """{"epoch":1,"knownVersion":1}""")).Body);
    }

    [Fact]
    public async Task A_beat_that_waits_ends_at_the_first_other_task()
    {
        await using var host = await ApiHost.Start();
        using var agent = host.ClientOf(Role.Agent);
        await Send(agent, "register", Hello);
        var beat = Send(agent, "beat", """{"epoch":1,"waitS":30}""");
        await Eventually.Holds(() => host.Plane.Waiting == 1);
        Assert.False(beat.IsCompleted);
        host.Plane.Order("a");
        Assert.Single((await beat).Json["tasks"]!.AsArray());
    }

    [Fact]
    public async Task A_beat_that_waits_ends_with_its_caller_and_with_the_host()
    {
        await using var host = await ApiHost.Start();
        using var agent = host.ClientOf(Role.Agent);
        await Send(agent, "register", Hello);
        using (var leaving = host.ClientOf(Role.Agent))
        {
            var left = Send(leaving, "beat", """{"epoch":1,"waitS":30}""");
            await Eventually.Holds(() => host.Plane.Waiting == 1);
            leaving.CancelPendingRequests();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => left);
            await Eventually.Holds(() => host.Plane.Waiting == 0);
        }

        var beat = Send(agent, "beat", """{"epoch":1,"waitS":30}""");
        await Eventually.Holds(() => host.Plane.Waiting == 1);
        await host.Stop();
        var reply = await beat;
        Assert.Equal((503, "1"), (reply.Status, reply.Header("Retry-After")));
    }

    [Fact]
    public async Task A_session_that_is_over_is_a_conflict_and_an_unknown_site_is_not_found()
    {
        await using var host = await ApiHost.Start();
        using var agent = host.ClientOf(Role.Agent);
        await Send(agent, "register", Hello);
        await Send(agent, "register", Hello);
        var old = await Send(agent, "beat", """{"epoch":1}""");
        Assert.Equal((409, "session 1 of site east is over: register again"), (old.Status, (string?)old.Json["detail"]));
    }

    [Theory]
    [InlineData("register", """{"gpus":8}""", "body agent")]
    [InlineData("register", """{"agent":"a","gpus":-1}""", "body gpus")]
    [InlineData("beat", """{"waitS":1}""", "body epoch")]
    [InlineData("beat", """{"epoch":1,"waitS":31}""", "body waitS")]
    [InlineData("beat", """{"epoch":1,"reports":[{"number":1,"job":"a","token":1,"kind":"eaten","doneUnits":0}]}""", "body reports[0].kind")]
    [InlineData("beat", """{"epoch":1,"reports":[{"number":1,"job":"a","token":1,"kind":"failed","doneUnits":-1}]}""", "body reports[0].doneUnits")]
    [InlineData("beat", """{"epoch":1,"reports":[{"number":1,"job":"a","token":0,"kind":"failed","doneUnits":0,"energyJ":0}]}""", "body reports[0].token")]
    [InlineData("beat", """{"epoch":1,"reports":[{"number":1,"job":"a","token":1,"kind":"failed","doneUnits":1.1e15,"energyJ":0}]}""", "body reports[0].doneUnits")]
    [InlineData("beat", """{"epoch":1,"reports":[{"number":1,"job":"a","token":1,"kind":"failed","doneUnits":0,"energyJ":1e308}]}""", "body reports[0].energyJ")]
    public async Task A_wrong_field_is_named(string verb, string body, string field)
    {
        await using var host = await ApiHost.Start();
        using var agent = host.ClientOf(Role.Agent);
        Assert.Equal([field], (await Send(agent, verb, body)).Fields);
    }

    [Fact]
    public async Task The_most_energy_of_a_report_is_said()
    {
        await using var host = await ApiHost.Start();
        using var agent = host.ClientOf(Role.Agent);
        await Send(agent, "register", Hello);
        Assert.Equal(200, (await Send(agent, "beat", Beat("1e15"))).Status);
        var refused = (await Send(agent, "beat", Beat("2e15"))).Json["errors"]![0]!;
        Assert.Equal(("2e15", "a number >= 0 and <= 1000000000000000"), ((string?)refused["given"], (string?)refused["allowed"]));

        static string Beat(string energyJ) =>
            $$"""{"epoch":1,"reports":[{"number":1,"job":"a","token":1,"kind":"progress","doneUnits":1e15,"energyJ":{{energyJ}}}]}""";
    }

    private static Task<ApiReply> Send(HttpClient agent, string verb, string body) => ApiHost.Send(agent, HttpMethod.Post, $"/v1/agents/east/{verb}", body);
}
