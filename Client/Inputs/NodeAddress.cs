using ControlPlane.Client.Hosting;

namespace ControlPlane.Client.Inputs;

/// <summary>Reads addresses of nodes.</summary>
internal static class NodeAddress
{
    /// <summary>The node that is meant when nothing else is said.</summary>
    public const string Nearby = "http://127.0.0.1:8080";

    /// <summary>Reads one.</summary>
    /// <param name="text">As written.</param>
    /// <param name="source">Where it is from, for messages.</param>
    /// <exception cref="InputException">It is none.</exception>
    public static Uri Read(string text, string source) =>
        Uri.TryCreate(text, UriKind.Absolute, out var address) && address is { Scheme: "http" or "https", PathAndQuery: "/", UserInfo: "" }
            ? address
            : throw new InputException($"{source} must be an address such as {Nearby}, not '{text}'");
}
