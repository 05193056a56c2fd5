using System.Text.Json.Nodes;

namespace ControlPlane.Host.Tests.Http;

/// <summary>What the API answered.</summary>
internal sealed record ApiReply(int Status, string Body, IReadOnlyDictionary<string, string> Headers)
{
    public JsonNode Json => JsonNode.Parse(Body)!;

    public string? Header(string name) => Headers.GetValueOrDefault(name);

    /// <summary>The fields that a problem names, each as <c>body sizeUnits</c>.</summary>
    public string[] Fields => [.. Json["errors"]!.AsArray().Select(e => $"{e!["in"]} {e["field"]}")];
}
