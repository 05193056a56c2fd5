using System.Net;
using System.Net.Sockets;
using System.Text;
using ControlPlane.Client.Node;
using ControlPlane.Fleet.Control;

namespace ControlPlane.Host.Tests.Node;

public sealed class EventReaderTests
{
    [Fact]
    public async Task A_cut_stream_goes_on_where_it_was_nothing_comes_twice_and_what_is_missing_is_said()
    {
        await using var streams = new ScriptedStreams($"{Event(1)}{Event(2)}{Event(3)[..20]}", $"{Event(2)}{Event(3)}{Event(6)}");
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
        Assert.Equal(["/v1/events?after=0", "/v1/events?after=2"], streams.Asked);
    }

    private static string Event(int number) =>
        $"id: {number}\nevent: queued\ndata: {{\"number\":{number},\"at\":\"2031-05-06T07:08:09+00:00\",\"kind\":\"queued\",\"job\":null,\"site\":null,\"detail\":\"\"}}\n\n";

    /// <summary>A server whose every connection gets the next stream, which is cut at its end.</summary>
    private sealed class ScriptedStreams : IAsyncDisposable
    {
        private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
        private readonly List<string> _asked = [];
        private readonly Task _serving;

        public ScriptedStreams(params string[] streams)
        {
            _listener.Start();
            Address = new Uri($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}");
            _serving = Serve(streams);
        }

        public Uri Address { get; }

        public IReadOnlyList<string> Asked => _asked;

        public async ValueTask DisposeAsync()
        {
            _listener.Stop();
            await _serving;
        }

        private async Task Serve(string[] streams)
        {
            foreach (var content in streams)
            {
                using var client = await _listener.AcceptTcpClientAsync();
                await using var stream = client.GetStream();
                using var reader = new StreamReader(stream, Encoding.ASCII, leaveOpen: true);
                _asked.Add((await reader.ReadLineAsync())!.Split(' ')[1]);
                while (await reader.ReadLineAsync() is { Length: > 0 })
                {
                    // The rest of the request does not matter.
                }

                await stream.WriteAsync(Encoding.ASCII.GetBytes("HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nConnection: close\r\n\r\n" + content));
            }
        }
    }
}
