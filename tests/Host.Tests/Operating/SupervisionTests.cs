using System.Net.Sockets;
using System.Text;
using ControlPlane.Host.Tests.Embedded;

namespace ControlPlane.Host.Tests.Operating;

/// <summary>What supervisors of a node see.</summary>
public sealed class SupervisionTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task The_service_manager_is_told_when_the_node_takes_calls_and_when_it_stops(bool isAbstract)
    {
        if (isAbstract ? !OperatingSystem.IsLinux() : OperatingSystem.IsWindows())
            return;
        var name = isAbstract ? $"@controlplane-test-{Guid.NewGuid():N}" : _folder.File("notify");
        using var listener = new Socket(AddressFamily.Unix, SocketType.Dgram, ProtocolType.Unspecified) { ReceiveTimeout = 60_000 };
        listener.Bind(new UnixDomainSocketEndPoint(isAbstract ? $"\0{name[1..]}" : name));
        using var node = await NodeProcess.StartWith([("NOTIFY_SOCKET", name)], _folder.File("node"), "--dev");
        Assert.Equal("READY=1", Next(listener));
        Assert.Equal(0, await node.Stop());
        Assert.Equal("STOPPING=1", Next(listener));
        Assert.DoesNotContain("service manager", node.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_service_manager_that_does_not_listen_ends_nothing()
    {
        using var node = await NodeProcess.StartWith([("NOTIFY_SOCKET", _folder.File("nobody"))], _folder.File("node"), "--dev");
        Assert.Equal(0, await node.Stop());
        Assert.Contains("the service manager could not be told READY=1", node.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Health_says_whether_a_node_takes_work()
    {
        string address;
        using (var node = await NodeProcess.Start(_folder.File("node"), "--dev"))
        {
            address = node.Address.ToString();
            var ready = await SiloProgram.Run("health", "--address", address);
            Assert.Equal((0, $"{address.TrimEnd('/')}: ready"), (ready.ExitCode, ready.Out.Trim()));
            // The settings of the node say where it is.
            Assert.Equal(0, (await SiloProgram.Run("--http-port", $"{node.Address.Port}", "health")).ExitCode);
            await node.Kill();
        }

        var gone = await SiloProgram.Run("health", "--address", address);
        Assert.Equal(1, gone.ExitCode);
        Assert.Contains("no answer", gone.Out, StringComparison.Ordinal);
    }

    private static string Next(Socket listener)
    {
        var buffer = new byte[256];
        return Encoding.UTF8.GetString(buffer, 0, listener.Receive(buffer));
    }
}
