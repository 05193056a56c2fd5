using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using ControlPlane.Planning.Joint;

namespace ControlPlane.Simulation.Plans.Files;

/// <summary>How instances and plans are written as JSON: names of the records in lower case with underscores, unknown and repeated fields refused, what is infinite or null left out.</summary>
internal static class JsonFormat
{
    public static JsonSerializerOptions Options { get; } = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        AllowDuplicateProperties = false,
        RespectNullableAnnotations = true,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        ReadCommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new SeriesConverter(), new LineConverter<int>(), new LineConverter<bool>() },
        TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { LeaveOut, NameFormat } },
    };

    // What follows from other fields is not in a file; neither is a limit that does not exist.
    private static void LeaveOut(JsonTypeInfo type)
    {
        if (type.Kind != JsonTypeInfoKind.Object)
            return;
        for (var i = type.Properties.Count - 1; i >= 0; i--)
        {
            var property = type.Properties[i];
            if (property.Set is null)
                type.Properties.RemoveAt(i);
            else if (property.PropertyType == typeof(double))
                property.ShouldSerialize = static (_, value) => value is double number && double.IsFinite(number);
        }
    }

    private static void NameFormat(JsonTypeInfo type)
    {
        if (FormatOf(type.Type) is not { } format)
            return;
        var property = type.CreateJsonPropertyInfo(typeof(string), "format");
        property.Order = -1;
        property.IsRequired = true;
        property.Get = _ => format;
        property.Set = (_, value) =>
        {
            if (value is not string given || given != format)
                throw new JsonException($"must be \"{format}\", not \"{value}\"");
        };
        type.Properties.Add(property);
    }

    private static string? FormatOf(Type type) =>
        type == typeof(JointInstance) ? InstanceFile.Format : type == typeof(PlanDocument) ? PlanFile.Format : null;
}
