using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace ControlPlane.Client.Output;

/// <summary>Writes JSON: indented, numbers in full, null for what does not exist.</summary>
internal static class JsonText
{
    private static readonly JsonSerializerOptions Options = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>A document's text.</summary>
    /// <param name="node">The document.</param>
    public static string Of(JsonNode node) => node.ToJsonString(Options);

    /// <summary>A number, or null where it is NaN or infinite: JSON has neither.</summary>
    /// <param name="value">The number.</param>
    public static JsonNode? Number(double value) => double.IsFinite(value) ? JsonValue.Create(value) : null;

    /// <summary>A list.</summary>
    /// <param name="items">Its items.</param>
    public static JsonArray Array(IEnumerable<JsonNode?> items) => new([.. items]);

    /// <summary>A table as a list of objects by column name.</summary>
    /// <param name="table">The table.</param>
    public static JsonArray Rows(Table table) => Array(table.Rows.Select(row => (JsonNode)Row(table.Columns, row)));

    private static JsonObject Row(IReadOnlyList<Column> columns, IReadOnlyList<Cell> row)
    {
        var item = new JsonObject();
        for (var k = 0; k < columns.Count; k++)
            item[columns[k].Name] = Value(row[k].Value);
        return item;
    }

    private static JsonNode? Value(object? value) => value switch
    {
        null => null,
        string text => JsonValue.Create(text),
        bool truth => JsonValue.Create(truth),
        long whole => JsonValue.Create(whole),
        int whole => JsonValue.Create(whole),
        double number => Number(number),
        _ => throw new ArgumentException($"A cell holds a {value.GetType().Name}.", nameof(value)),
    };
}
