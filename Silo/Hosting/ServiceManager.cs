using System.Net.Sockets;
using System.Text;

namespace ControlPlane.Silo.Hosting;

/// <summary>Tells systemd, or whatever speaks its protocol, how far the program is: a datagram to the socket that the variable NOTIFY_SOCKET names (sd_notify(3)).</summary>
internal static class ServiceManager
{
    /// <summary>The program takes calls.</summary>
    public const string Ready = "READY=1";

    /// <summary>The program has begun to stop.</summary>
    public const string Stopping = "STOPPING=1";

    private const string Variable = "NOTIFY_SOCKET";

    /// <summary>Tells it; does nothing where nobody listens. A socket that does not take it is no reason to end.</summary>
    /// <param name="state">What to tell.</param>
    /// <param name="error">Where to say that it could not be told.</param>
    public static void Tell(string state, TextWriter error)
    {
        if (Environment.GetEnvironmentVariable(Variable) is not { Length: > 0 } path)
            return;
        try
        {
            using var socket = new Socket(AddressFamily.Unix, SocketType.Dgram, ProtocolType.Unspecified);
            // An abstract socket has a zero byte where its written name has an @.
            socket.SendTo(Encoding.UTF8.GetBytes(state), new UnixDomainSocketEndPoint(path[0] == '@' ? $"\0{path[1..]}" : path));
        }
        catch (Exception e) when (e is SocketException or ArgumentException or PlatformNotSupportedException)
        {
            error.WriteLine($"the service manager could not be told {state}: {e.Message}");
        }
    }
}
