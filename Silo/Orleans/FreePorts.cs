using System.Net;
using System.Net.Sockets;
using ControlPlane.Silo.Hosting;

namespace ControlPlane.Silo.Orleans;

/// <summary>Ports are looked at before the silo starts: a port in use is then one clear line.</summary>
internal static class FreePorts
{
    /// <summary>Replaces ports of 0 by free ones and checks the others.</summary>
    /// <param name="settings">As asked for.</param>
    /// <exception cref="InputException">A port is in use, or the address is not one of this machine.</exception>
    public static SiloSettings Settle(SiloSettings settings)
    {
        // Both are held until both are known, so that they differ.
        using var silo = Listen(settings.Address, settings.SiloPort, "--silo-port");
        using var gateway = Listen(settings.Address, settings.GatewayPort, "--gateway-port");
        return settings with { SiloPort = Port(silo), GatewayPort = Port(gateway) };
    }

    private static int Port(TcpListener listener) => ((IPEndPoint)listener.LocalEndpoint).Port;

    private static TcpListener Listen(IPAddress address, int port, string option)
    {
        var listener = new TcpListener(address, port);
        try
        {
            listener.Start();
            return listener;
        }
        catch (SocketException e)
        {
            listener.Dispose();
            throw new InputException(e.SocketErrorCode switch
            {
                SocketError.AddressAlreadyInUse => $"{option} {port} is in use at {address}: choose another, or 0 for a free one",
                SocketError.AddressNotAvailable => $"--address {address} is not an address of this machine",
                _ => $"{option} {port} at {address} cannot be used: {e.Message}",
            });
        }
    }
}
