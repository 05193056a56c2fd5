using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace ControlPlane.Simulation.Plans.Files;

/// <summary>A series: a list of numbers on one line, or one number for every slot. <c>null</c> in a list is no limit.</summary>
internal sealed class SeriesConverter : JsonConverter<IReadOnlyList<double>>
{
    private const string Wanted = "must be a number or a list of numbers";

    public override IReadOnlyList<double> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType == JsonTokenType.Number)
            return new EverySlot(reader.GetDouble(), 0);
        if (reader.TokenType != JsonTokenType.StartArray)
            throw new JsonException(Wanted);
        var values = new List<double>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            values.Add(reader.TokenType switch
            {
                JsonTokenType.Number => reader.GetDouble(),
                JsonTokenType.Null => double.PositiveInfinity,
                _ => throw new JsonException(Wanted),
            });
        }

        return values;
    }

    public override void Write(Utf8JsonWriter writer, IReadOnlyList<double> value, JsonSerializerOptions options)
    {
        // A list of one is written as a list: it may be one of shares or sites, not of slots.
        if (value.Count > 1 && double.IsFinite(value[0]) && value.All(v => v == value[0]))
            writer.WriteNumberValue(value[0]);
        else
            writer.WriteRawValue($"[{string.Join(", ", value.Select(v => double.IsFinite(v) ? v.ToString("R", CultureInfo.InvariantCulture) : "null"))}]");
    }
}
