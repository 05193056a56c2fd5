using System.Net;
using System.Net.Sockets;

namespace ControlPlane.Host.Tests.Reliability;

/// <summary>A TCP proxy before a node that cuts a connection, now and then, when the node has answered and before its caller hears of it.</summary>
internal sealed class CuttingProxy : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _end = new();
    private readonly IPEndPoint _node;
    private readonly double _share;
    private readonly Random _random;
    private readonly Task _accepting;
    private int _cut;

    /// <summary>Begins.</summary>
    /// <param name="node">The node.</param>
    /// <param name="share">Share of the answers that are lost.</param>
    /// <param name="seed">Of the random choices.</param>
    public CuttingProxy(Uri node, double share, int seed)
    {
        (_node, _share, _random) = (new IPEndPoint(IPAddress.Parse(node.Host), node.Port), share, new Random(seed));
        _listener.Start();
        _accepting = Accept();
    }

    public Uri Address => new($"http://{_listener.LocalEndpoint}");

    /// <summary>Answers that were lost so far.</summary>
    public int Cut => Volatile.Read(ref _cut);

    /// <summary>Whether answers are lost.</summary>
    public bool IsCutting { get; set; } = true;

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        _listener.Stop();
        await _accepting;
        _end.Dispose();
    }

    private async Task Accept()
    {
        List<Task> served = [];
        try
        {
            while (true)
                served.Add(Serve(await _listener.AcceptSocketAsync(_end.Token)));
        }
        catch (OperationCanceledException)
        {
            await Task.WhenAll(served);
        }
    }

    private async Task Serve(Socket caller)
    {
        using var node = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        using (caller)
        {
            try
            {
                await node.ConnectAsync(_node, _end.Token);
                // Whichever side ends first ends the other.
                await Task.WhenAny(Pass(caller, node, _ => false), Pass(node, caller, IsLost));
            }
            catch (SocketException)
            {
                // The caller sees the same.
            }
        }
    }

    private async Task Pass(Socket from, Socket to, Func<ReadOnlyMemory<byte>, bool> isLost)
    {
        var buffer = new byte[64 << 10];
        try
        {
            while (await from.ReceiveAsync(buffer, _end.Token) is > 0 and var count && !isLost(buffer.AsMemory(0, count)))
                await to.SendAsync(buffer.AsMemory(0, count), _end.Token);
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException or OperationCanceledException)
        {
            // The connection is over.
        }
    }

    private bool IsLost(ReadOnlyMemory<byte> answer)
    {
        if (!IsCutting || !answer.Span.StartsWith("HTTP/1.1 "u8))
            return false;
        lock (_random)
        {
            if (_random.NextDouble() >= _share)
                return false;
        }

        Interlocked.Increment(ref _cut);
        return true;
    }
}
