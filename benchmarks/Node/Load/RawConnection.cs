using System.Net;
using System.Net.Sockets;
using System.Text;

namespace ControlPlane.Benchmarks.Node.Load;

/// <summary>
/// A kept-alive HTTP/1.1 connection with one request under way. It sends bytes that are made beforehand and looks at no more of an answer than it must: what a generator
/// costs, the node on the same cores does not have.
/// </summary>
internal sealed class RawConnection(IPEndPoint node) : IDisposable
{
    private byte[] _buffer = new byte[16 << 10];
    private Socket? _socket;

    /// <summary>Whether the next request goes over the connection of the last one.</summary>
    public bool IsOpen => _socket is not null;

    /// <summary>Sends a request and reads the answer, which is valid until the next.</summary>
    /// <param name="request">Head and body.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="IOException">The connection ended before the answer: what became of the request is unknown.</exception>
    public async ValueTask<RawAnswer> Send(ReadOnlyMemory<byte> request, CancellationToken cancellation = default)
    {
        try
        {
            var socket = _socket ??= await Connect(cancellation);
            await socket.SendAsync(request, cancellation);
            return await Receive(socket, cancellation);
        }
        catch (Exception e) when (e is SocketException or IOException or OperationCanceledException)
        {
            Dispose();
            throw e is SocketException ? new IOException(e.Message, e) : e;
        }
    }

    public void Dispose()
    {
        _socket?.Dispose();
        _socket = null;
    }

    private async Task<Socket> Connect(CancellationToken cancellation)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(node, cancellation);
            return socket;
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private async ValueTask<RawAnswer> Receive(Socket socket, CancellationToken cancellation)
    {
        var (length, head) = (0, -1);
        while (head < 0)
        {
            length += await Read(socket, length, cancellation);
            head = _buffer.AsSpan(0, length).IndexOf("\r\n\r\n"u8);
        }

        var lines = _buffer.AsSpan(0, head + 2);
        var (status, body) = (Number(lines[9..]), Number(Header(lines, "Content-Length"u8)));
        var retryAfter = Header(lines, "Retry-After"u8) is { IsEmpty: false } seconds ? Number(seconds) : (int?)null;
        while (length < head + 4 + body)
            length += await Read(socket, length, cancellation);
        return new RawAnswer(status, retryAfter, _buffer.AsMemory(head + 4, body));
    }

    private async ValueTask<int> Read(Socket socket, int at, CancellationToken cancellation)
    {
        if (at == _buffer.Length)
            Array.Resize(ref _buffer, 2 * at);
        var count = await socket.ReceiveAsync(_buffer.AsMemory(at), cancellation);
        return count > 0 ? count : throw new IOException("the node closed the connection");
    }

    private static ReadOnlySpan<byte> Header(ReadOnlySpan<byte> lines, ReadOnlySpan<byte> name)
    {
        for (var at = lines.IndexOf("\r\n"u8) + 2; at < lines.Length; at += lines[at..].IndexOf("\r\n"u8) + 2)
        {
            if (lines[at + name.Length] == ':' && Ascii.EqualsIgnoreCase(lines.Slice(at, name.Length), name))
                return lines[(at + name.Length + 2)..];
        }

        return [];
    }

    private static int Number(ReadOnlySpan<byte> digits)
    {
        var number = 0;
        foreach (var digit in digits)
        {
            if (digit is < (byte)'0' or > (byte)'9')
                break;
            number = 10 * number + digit - '0';
        }

        return number;
    }
}
