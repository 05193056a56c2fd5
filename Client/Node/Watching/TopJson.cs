using System.Text.Json.Nodes;
using ControlPlane.Client.Output;

namespace ControlPlane.Client.Node.Watching;

/// <summary>What <c>top</c> shows, for programs: each part under the names of the API.</summary>
internal static class TopJson
{
    /// <summary>One look.</summary>
    /// <param name="view">The look.</param>
    public static JsonNode Of(TopView view) => new JsonObject
    {
        ["at"] = $"{view.At.UtcDateTime:O}",
        ["host"] = NodeJson.Node(view.Host),
        ["policy"] = view.Policy is null ? null : NodeJson.Node(view.Policy),
        ["policyLife"] = view.Life is null ? null : NodeJson.Node(view.Life),
        ["ledger"] = NodeJson.Node(view.Ledger),
        ["sites"] = NodeJson.Node(view.Sites),
        ["powerW"] = view.PowerW,
        ["completedPerS"] = view.CompletedPerS is { } rate ? JsonText.Number(rate) : null,
        ["energy"] = NodeJson.Node(view.Energy),
        ["events"] = NodeJson.Node(view.Events),
    };
}
