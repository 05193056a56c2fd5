using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace ControlPlane.Silo.Http;

/// <summary>How the API writes JSON: camelCase, enums as words, times in ISO 8601, what is not there as null.</summary>
internal static class ApiJson
{
    /// <summary>For answers. Numbers that are not finite are the words "NaN", "Infinity", "-Infinity": a policy's score may be anything.</summary>
    public static JsonSerializerOptions Options { get; } = Create();

    /// <summary>Enums as words.</summary>
    public static JsonConverter EnumWords => new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false);

    private static JsonSerializerOptions Create()
    {
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Web)
        {
            NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        };
        options.Converters.Add(EnumWords);
        return options;
    }

    /// <summary>A value as UTF-8.</summary>
    /// <typeparam name="T">Its type.</typeparam>
    /// <param name="value">The value.</param>
    public static byte[] Write<T>(T value) => JsonSerializer.SerializeToUtf8Bytes(value, Options);
}
