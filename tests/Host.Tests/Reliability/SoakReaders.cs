using System.Net;
using System.Net.Sockets;
using System.Text;
using ControlPlane.Host.Tests.Http;

namespace ControlPlane.Host.Tests.Reliability;

/// <summary>Readers of the events of a node under load: one that reads as fast as it can, and one that asks and then reads nothing.</summary>
/// <param name="address">The node.</param>
/// <param name="key">Their key.</param>
internal sealed class SoakReaders(Uri address, string key) : IDisposable
{
    private readonly TcpClient _slow = new() { ReceiveBufferSize = 8 << 10 };

    /// <summary>Events that the fast reader got.</summary>
    public int Read { get; private set; }

    /// <summary>Number of its last one.</summary>
    public long Last { get; private set; }

    /// <summary>The slow one asks.</summary>
    public async Task BeginSlow()
    {
        await _slow.ConnectAsync(IPAddress.Parse(address.Host), address.Port);
        await _slow.GetStream().WriteAsync(Encoding.ASCII.GetBytes($"GET /v1/events HTTP/1.1\r\nHost: {address.Authority}\r\nAuthorization: Bearer {key}\r\n\r\n"));
    }

    /// <summary>The slow one wakes up and reads until it has the last event, or is told that it has missed some.</summary>
    /// <returns>What it came to; null when the stream ended before.</returns>
    public async Task<string?> FinishSlow()
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        using var reader = new StreamReader(_slow.GetStream());
        while (await reader.ReadLineAsync(patience.Token) is { } line)
        {
            if (line == "event: missed" || line == $"id: {Last}")
                return line;
        }

        return null;
    }

    /// <summary>The fast one reads until it is stopped; numbers ascend.</summary>
    /// <param name="end">Stops it.</param>
    public async Task RunFast(CancellationToken end)
    {
        using var node = new NodeApi(address, key: key);
        await using var events = await EventReader.Open(node.Http, "/v1/events");
        while (!end.IsCancellationRequested)
        {
            var block = await events.Block() ?? throw new EndOfStreamException();
            if (!block.StartsWith("id: ", StringComparison.Ordinal))
                continue;
            var number = long.Parse(block.Split('\n')[0][4..]);
            Assert.True(number > Last, $"event {number} came after {Last}");
            Last = number;
            Read++;
        }
    }

    public void Dispose() => _slow.Dispose();
}
