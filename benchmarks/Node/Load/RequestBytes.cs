using System.Text;

namespace ControlPlane.Benchmarks.Node.Load;

/// <summary>Requests as bytes.</summary>
internal static class RequestBytes
{
    /// <summary>The head of a request.</summary>
    /// <param name="method">Its method.</param>
    /// <param name="target">The node.</param>
    /// <param name="path">The path.</param>
    /// <param name="key">An API key; null for none.</param>
    /// <param name="length">Bytes of the body.</param>
    public static string Head(string method, Uri target, string path, string? key, int length)
    {
        var authorization = key is null ? "" : $"Authorization: Bearer {key}\r\n";
        return $"{method} {path} HTTP/1.1\r\nHost: {target.Authority}\r\n{authorization}Content-Type: application/json\r\nContent-Length: {length}\r\n\r\n";
    }

    /// <summary>A whole request.</summary>
    /// <param name="method">Its method.</param>
    /// <param name="target">The node.</param>
    /// <param name="path">The path.</param>
    /// <param name="key">An API key; null for none.</param>
    /// <param name="body">The body.</param>
    public static byte[] Of(string method, Uri target, string path, string? key, byte[] body) =>
        [.. Encoding.ASCII.GetBytes(Head(method, target, path, key, body.Length)), .. body];
}
