using System.Text.Json;
using System.Text.Json.Nodes;

namespace ControlPlane.Simulation.Scenarios.Files.Schema;

/// <summary>Writes sections as JSON Schema, for completion and checks in editors.</summary>
internal static class JsonSchemaWriter
{
    private static readonly JsonSerializerOptions Indented = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>The schema of a whole file.</summary>
    /// <param name="root">Its keys.</param>
    /// <param name="includeKey">The key that names included files.</param>
    public static string Document(SectionSchema root, string includeKey)
    {
        var schema = Section(root);
        schema.Insert(0, "$schema", "https://json-schema.org/draft/2020-12/schema");
        schema["properties"]!.AsObject().Insert(0, includeKey, new JsonObject
        {
            ["description"] = "Files that this one completes and overrides, relative to it.",
            ["type"] = "array",
            ["items"] = new JsonObject { ["type"] = "string", ["pattern"] = "\\.ya?ml$" },
        });
        return schema.ToJsonString(Indented) + "\n";
    }

    /// <summary>The schema of a section.</summary>
    /// <param name="section">Its keys.</param>
    public static JsonObject Section(SectionSchema section)
    {
        var properties = new JsonObject();
        foreach (var field in section.Fields)
            properties[field.Name] = Property(field);
        var result = new JsonObject
        {
            ["type"] = "object",
            ["description"] = section.Summary,
            ["properties"] = properties,
            ["additionalProperties"] = false,
        };
        var required = section.IsCompletedElsewhere ? [] : section.Fields.Where(f => f.IsRequired).ToList();
        if (required.Count > 0)
            result["required"] = new JsonArray([.. required.Select(f => JsonValue.Create(f.Name))]);
        if (section.ExactlyOneOf.Count > 0)
            result["oneOf"] = new JsonArray([.. section.ExactlyOneOf.Select(f => new JsonObject { ["required"] = new JsonArray(f.Name) })]);
        return result;
    }

    private static JsonObject Property(Field field)
    {
        var json = field.Kind.ToJson();
        json["description"] = field.DefaultText.Length > 0 ? $"{field.Summary} Default: {field.DefaultText}." : field.Summary;
        return json;
    }
}
