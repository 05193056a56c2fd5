using System.Net;
using System.Net.Sockets;
using ControlPlane.Client.Hosting;

namespace ControlPlane.Client.Inputs;

/// <summary>Reads gateways as the command line names them: <c>HOST:PORT</c>, several separated by commas.</summary>
internal static class GatewayText
{
    /// <summary>Reads a list of gateways; the name of a host stands for all its addresses.</summary>
    /// <param name="text">As written.</param>
    /// <param name="source">The option or the variable, for messages.</param>
    /// <exception cref="InputException">One is not a host and a port, or the host is unknown.</exception>
    public static IEnumerable<IPEndPoint> Read(string text, string source) => text.Split(',').SelectMany(part => ReadOne(part.Trim(), source)).ToList();

    private static IPEndPoint[] ReadOne(string text, string source)
    {
        if (IPEndPoint.TryParse(text, out var endPoint) && endPoint.Port > 0)
            return [endPoint];
        var colon = text.LastIndexOf(':');
        if (colon <= 0 || !ushort.TryParse(text.AsSpan(colon + 1), out var port) || port == 0 || IPAddress.TryParse(text[..colon], out _))
            throw new InputException($"{source} must be HOST:PORT such as 127.0.0.1:30000, not '{text}'");
        try
        {
            return [.. Dns.GetHostAddresses(text[..colon]).Select(a => new IPEndPoint(a, port))];
        }
        catch (SocketException e)
        {
            throw new InputException($"{source}: the host '{text[..colon]}' is unknown: {e.Message}");
        }
    }
}
