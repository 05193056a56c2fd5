using ControlPlane.Client.Node;
using ControlPlane.Fleet.Control;

namespace ControlPlane.Host.Tests.Node;

public sealed class EventReaderTests
{
    private const string Stream = "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nConnection: close\r\n\r\n";

    [Fact]
    public async Task A_cut_stream_goes_on_where_it_was_and_nothing_comes_twice()
    {
        await using var streams = new ScriptedServer(Stream + Event(1) + Event(2) + Event(3)[..20], Stream + Event(2) + Event(3) + Event(4));
        Assert.Equal(["1 queued", "2 queued", "3 queued", "4 queued"], await Read(streams, until: 4));
        Assert.Equal(["/v1/events?after=0", "/v1/events?after=2"], streams.Requests.Select(r => r.Split(' ')[1]));
    }

    [Fact]
    public async Task Events_that_a_key_may_not_see_are_not_missed()
    {
        await using var streams = new ScriptedServer(Stream + Event(1) + Event(5) + Event(9));
        Assert.Equal(["1 queued", "5 queued", "9 queued"], await Read(streams, until: 9));
    }

    [Fact]
    public async Task After_missed_lower_numbers_of_another_host_count()
    {
        await using var streams = new ScriptedServer(Stream + Event(100) + Event(101), Stream + Event(3, "missed") + Event(4) + Event(5), Stream + Event(5) + Event(6));
        Assert.Equal(["100 queued", "101 queued", "3 missed", "4 queued", "5 queued", "6 queued"], await Read(streams, until: 6));
        Assert.Equal(["/v1/events?after=0", "/v1/events?after=101", "/v1/events?after=5"], streams.Requests.Select(r => r.Split(' ')[1]));
    }

    private static async Task<IEnumerable<string>> Read(ScriptedServer streams, long until)
    {
        // When the last one never comes the test ends all the same.
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        using var node = new NodeClient(new NodeTarget(streams.Address, Key: null, TimeSpan.FromSeconds(10)), TimeProvider.System, _ => { });
        List<ControlEvent> events = [];
        await foreach (var e in new EventReader(node).Follow(0, patience.Token))
        {
            events.Add(e);
            if (e.Number == until)
                break;
        }

        return events.Select(e => $"{e.Number} {e.Kind}");
    }

    private static string Event(int number, string kind = "queued") =>
        $"id: {number}\nevent: {kind}\ndata: {{\"number\":{number},\"at\":\"2031-05-06T07:08:09+00:00\",\"kind\":\"{kind}\",\"job\":null,\"site\":null,\"detail\":\"\"}}\n\n";
}
