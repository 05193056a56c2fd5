using ControlPlane.Client.Node;
using ControlPlane.Fleet.Control;

namespace ControlPlane.Host.Tests.Node;

public sealed class EventReaderTests
{
    private const string Stream = "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nConnection: close\r\n\r\n";

    [Fact]
    public async Task A_cut_stream_goes_on_where_it_was_nothing_comes_twice_and_what_is_missing_is_said()
    {
        await using var streams = new ScriptedServer(Stream + Event(1) + Event(2) + Event(3)[..20], Stream + Event(2) + Event(3) + Event(6));
        using var node = new NodeClient(new NodeTarget(streams.Address, Key: null, TimeSpan.FromSeconds(10)), TimeProvider.System, _ => { });
        List<ControlEvent> events = [];
        await foreach (var e in new EventReader(node).Follow(0, CancellationToken.None))
        {
            events.Add(e);
            if (e.Number == 6)
                break;
        }

        Assert.Equal(["1 queued", "2 queued", "3 queued", "5 missed", "6 queued"], events.Select(e => $"{e.Number} {e.Kind}"));
        Assert.Equal("2 events did not arrive", events[3].Detail);
        Assert.Equal(["/v1/events?after=0", "/v1/events?after=2"], streams.Requests.Select(r => r.Split(' ')[1]));
    }

    private static string Event(int number) =>
        $"id: {number}\nevent: queued\ndata: {{\"number\":{number},\"at\":\"2031-05-06T07:08:09+00:00\",\"kind\":\"queued\",\"job\":null,\"site\":null,\"detail\":\"\"}}\n\n";
}
