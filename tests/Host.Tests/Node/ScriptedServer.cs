using System.Net;
using System.Net.Sockets;
using System.Text;

namespace ControlPlane.Host.Tests.Node;

/// <summary>A server whose every connection gets the next answer, byte by byte as given, and is cut at its end.</summary>
internal sealed class ScriptedServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly List<string> _requests = [];
    private readonly Task _serving;

    public ScriptedServer(params string[] answers)
    {
        _listener.Start();
        Address = new Uri($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}");
        _serving = Serve(answers);
    }

    public Uri Address { get; }

    /// <summary>The heads of the requests.</summary>
    public IReadOnlyList<string> Requests => _requests;

    public async ValueTask DisposeAsync()
    {
        _listener.Stop();
        await _serving;
    }

    private async Task Serve(string[] answers)
    {
        foreach (var answer in answers)
        {
            using var client = await _listener.AcceptTcpClientAsync();
            await using var stream = client.GetStream();
            using var reader = new StreamReader(stream, Encoding.ASCII, leaveOpen: true);
            var head = new StringBuilder();
            while (await reader.ReadLineAsync() is { Length: > 0 } line)
                head.AppendLine(line);
            _requests.Add(head.ToString());
            await stream.WriteAsync(Encoding.ASCII.GetBytes(answer));
        }
    }
}
