using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace ControlPlane.Client.Node;

/// <summary>JSON as a node's API writes it: camelCase, enums as words, numbers that are not finite as words.</summary>
internal static class NodeJson
{
    /// <summary>For answers, which may have fields that this version does not know.</summary>
    public static JsonSerializerOptions Options { get; } = Create(JsonUnmappedMemberHandling.Skip);

    /// <summary>For people's files: a field that does not exist is a mistake.</summary>
    public static JsonSerializerOptions Strict { get; } = Create(JsonUnmappedMemberHandling.Disallow);

    /// <summary>What a node said, for programs, under the names of the API.</summary>
    /// <typeparam name="T">Its type.</typeparam>
    /// <param name="value">What it said.</param>
    public static JsonNode Node<T>(T value)
        where T : notnull => JsonSerializer.SerializeToNode(value, Options)!;

    private static JsonSerializerOptions Create(JsonUnmappedMemberHandling unknown) => new(JsonSerializerDefaults.Web)
    {
        NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        UnmappedMemberHandling = unknown,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false) },
    };
}
