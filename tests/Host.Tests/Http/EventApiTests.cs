using ControlPlane.Silo.Http.Keys;

namespace ControlPlane.Host.Tests.Http;

public sealed class EventApiTests
{
    [Fact]
    public async Task A_reader_that_was_cut_off_goes_on_where_it_was()
    {
        await using var host = await ApiHost.Start();
        Happen(host, 3);
        await using (var first = await EventReader.Open(host.Client, "/v1/events"))
        {
            Assert.Equal("retry: 2000", await first.Block());
            Assert.Equal(
                "id: 1\nevent: queued\ndata: {\"number\":1,\"at\":\"2031-05-06T07:08:09+00:00\",\"kind\":\"queued\",\"job\":null,\"site\":null,\"detail\":\"\"}",
                await first.Block());
            Assert.Equal(["2", "3"], await first.Ids(2));
            Happen(host, 1);
            Assert.Equal(["4"], await first.Ids(1));
        }

        Happen(host, 2);
        await using var second = await EventReader.Open(host.Client, "/v1/events?after=1", lastId: "4");
        Assert.Equal(["5", "6"], await second.Ids(2));
    }

    [Fact]
    public async Task A_reader_that_leaves_leaves_nothing_behind()
    {
        await using var host = await ApiHost.Start(s => s with { Limits = s.Limits with { Streams = 1 } });
        for (var i = 0; i < 3; i++)
        {
            await using (var reader = await EventReader.Open(host.Client, "/v1/events"))
                await reader.Block();
            await Eventually.Holds(() => host.Plane.Readers == 0);
            await Eventually.Holds(() => host.OpenStreams == 0);
        }
    }

    [Fact]
    public async Task A_stream_without_events_shows_that_it_lives_and_ends_with_its_key()
    {
        await using var host = await ApiHost.Start(s => s with { Heartbeat = TimeSpan.FromMilliseconds(20) });
        var ring = new KeyRing(host.KeysFile, TimeProvider.System, TimeSpan.Zero);
        var (key, secret) = await ring.Add("reader", Role.Viewer);
        using var client = host.ClientWith(secret);
        await using var reader = await EventReader.Open(client, "/v1/events");
        await reader.Block();
        Assert.Equal(": alive", await reader.Block());
        await ring.End(key.Id, TimeSpan.Zero);
        while (await reader.Block() is { } block)
            Assert.Equal(": alive", block);
    }

    [Fact]
    public async Task Streams_end_when_the_host_stops()
    {
        await using var host = await ApiHost.Start();
        await using var reader = await EventReader.Open(host.Client, "/v1/events");
        await reader.Block();
        await host.Stop();
        Assert.Null(await reader.Block());
    }

    [Fact]
    public async Task More_streams_than_a_key_may_have_are_refused_for_now()
    {
        await using var host = await ApiHost.Start(s => s with { Limits = s.Limits with { StreamsPerKey = 2, Streams = 3 } });
        await using var one = await EventReader.Open(host.Client, "/v1/events");
        await using var two = await EventReader.Open(host.Client, "/v1/events");
        var mine = await host.Get("/v1/events");
        Assert.Equal((429, "5"), (mine.Status, mine.Header("Retry-After")));
        using var viewer = host.ClientOf(Role.Viewer);
        await using var three = await EventReader.Open(viewer, "/v1/events");
        Assert.Equal(429, (await ApiHost.Send(viewer, HttpMethod.Get, "/v1/events", body: null)).Status);
    }

    [Theory]
    [InlineData("/v1/events?after=-1", null, "query after")]
    [InlineData("/v1/events", "x", "header Last-Event-ID")]
    public async Task A_wrong_number_is_named(string path, string? lastId, string field)
    {
        await using var host = await ApiHost.Start();
        var reply = lastId is null ? await host.Get(path) : await host.Get(path, ("Last-Event-ID", lastId));
        Assert.Equal([field], reply.Fields);
    }

    private static void Happen(ApiHost host, int times)
    {
        for (var i = 0; i < times; i++)
            host.Plane.Happen("queued");
    }
}
