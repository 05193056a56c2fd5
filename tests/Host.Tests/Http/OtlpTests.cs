using System.Net;
using System.Net.Sockets;

namespace ControlPlane.Host.Tests.Http;

public sealed class OtlpTests
{
    [Fact]
    public async Task Metrics_are_sent_where_an_endpoint_is_set()
    {
        using var collector = new TcpListener(IPAddress.Loopback, 0);
        collector.Start();
        var endpoint = new Uri($"http://{collector.LocalEndpoint}");
        await using var host = await ApiHost.Start(s => s with { OtlpEndpoint = endpoint, OtlpInterval = TimeSpan.FromMilliseconds(50) });
        await host.Get("/v1/host");
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        using var sender = await collector.AcceptTcpClientAsync(patience.Token);
        var preface = new byte[14];
        await sender.GetStream().ReadExactlyAsync(preface, patience.Token);
        Assert.Equal("PRI * HTTP/2.0", System.Text.Encoding.ASCII.GetString(preface));
    }
}
