using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using ControlPlane.Simulation.Scenarios;

namespace ControlPlane.Simulation.Signals.Files.Text;

/// <summary>A JSON file whose parts know the lines that they stand in.</summary>
internal sealed class JsonText : IDisposable
{
    /// <summary>The most characters of a file.</summary>
    public const int MaxLength = 256 << 20;

    private readonly byte[] _utf8;
    private readonly JsonDocument _document;
    private int _countedTo;
    private int _lines;

    /// <summary>Parses a text.</summary>
    /// <exception cref="ScenarioException">It is no JSON.</exception>
    public JsonText(string text, string file)
    {
        File = file;
        _utf8 = Encoding.UTF8.GetBytes(text);
        try
        {
            _document = JsonDocument.Parse(_utf8.AsMemory());
        }
        catch (JsonException e)
        {
            var line = (int)Math.Clamp((e.LineNumber ?? 0) + 1, 1, int.MaxValue);
            throw new ScenarioException(new ScenarioProblem(file, line, 0, e.Path ?? "", $"not JSON: {e.Message}"), e);
        }
    }

    public string File { get; }

    public JsonElement Root => _document.RootElement;

    /// <summary>A property; null when the element is no object or has none of that name.</summary>
    public static JsonElement? Find(JsonElement element, string name)
    {
        try
        {
            return element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var found) ? found : null;
        }
        catch (InvalidOperationException)
        {
            // A name like \ud800 alone is legal JSON and no text.
            return null;
        }
    }

    /// <summary>The text of an element; null when it is none.</summary>
    public static string? String(JsonElement? element)
    {
        try
        {
            return element is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;
        }
        catch (InvalidOperationException)
        {
            // As with names.
            return null;
        }
    }

    /// <summary>The number of an element; null when it is none or not finite.</summary>
    public static double? Number(JsonElement? element) =>
        element is { ValueKind: JsonValueKind.Number } number && number.TryGetDouble(out var value) && double.IsFinite(value) ? value : null;

    /// <summary>Line in which an element begins, from 1. Asked for in the order of the file it costs one pass over it.</summary>
    public int Line(JsonElement element)
    {
        if (!JsonMarshal.GetRawUtf8Value(element).Overlaps(_utf8, out var offset))
            return 1;
        var at = -offset;
        if (at < _countedTo)
            (_countedTo, _lines) = (0, 0);
        _lines += _utf8.AsSpan(_countedTo, at - _countedTo).Count((byte)'\n');
        _countedTo = at;
        return 1 + _lines;
    }

    /// <summary>An element is not what it must be.</summary>
    public ScenarioException Wrong(JsonElement element, string field, string allowed) =>
        new(new ScenarioProblem(File, Line(element), 0, field, $"must be {allowed}, not {Scenarios.Files.Shown.Quote(Raw(element))}"));

    /// <inheritdoc/>
    public void Dispose() => _document.Dispose();

    private static string Raw(JsonElement element) => Encoding.UTF8.GetString(JsonMarshal.GetRawUtf8Value(element)[..Math.Min(JsonMarshal.GetRawUtf8Value(element).Length, 100)]);
}
