using System.Text.Json;
using System.Text.Json.Serialization;

namespace ControlPlane.Simulation.Plans.Files;

/// <summary>A list on one line: a series of a hundred slots should not be a hundred lines.</summary>
internal sealed class LineConverter<T> : JsonConverter<IReadOnlyList<T>>
{
    private static readonly JsonSerializerOptions Plain = new();

    public override IReadOnlyList<T> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => JsonSerializer.Deserialize<T[]>(ref reader, Plain)!;

    public override void Write(Utf8JsonWriter writer, IReadOnlyList<T> value, JsonSerializerOptions options) => writer.WriteRawValue(JsonSerializer.Serialize<IEnumerable<T>>(value, Plain));
}
