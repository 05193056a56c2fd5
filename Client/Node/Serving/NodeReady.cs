using System.Text.Json;
using System.Text.Json.Nodes;

namespace ControlPlane.Client.Node.Serving;

/// <summary>The line in which a node says that it takes requests.</summary>
/// <param name="Node">Its name.</param>
/// <param name="Address">Base address of its HTTP API.</param>
/// <param name="ProcessId">Its process.</param>
internal sealed record NodeReady(string Node, Uri Address, int ProcessId)
{
    /// <summary>Reads a line.</summary>
    /// <param name="line">A line of its stdout.</param>
    /// <returns>Null when it is another one.</returns>
    public static NodeReady? Read(string line)
    {
        try
        {
            return JsonNode.Parse(line) is JsonObject said && (string?)said["event"] == "ready"
                ? new NodeReady((string?)said["node"] ?? "", new Uri((string)said["address"]!), (int)said["pid"]!)
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
