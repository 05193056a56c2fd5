using System.Globalization;
using System.Text.Json;
using ControlPlane.Silo.Http.Problems;

namespace ControlPlane.Silo.Http.Reading;

/// <summary>
/// Reads the fields of a JSON object. What is wrong is added to the findings with its path, what was given and what is allowed; the value is then a default that
/// nobody uses. A null is the same as a field that is not there.
/// </summary>
internal sealed class FieldReader
{
    private readonly Dictionary<string, JsonElement> _fields = [];
    private readonly HashSet<string> _asked = [];
    private readonly string _path;
    private readonly Findings _findings;
    private readonly bool _isObject;

    /// <summary>Begins to read.</summary>
    /// <param name="element">What should be an object.</param>
    /// <param name="path">Its path; empty for the root.</param>
    /// <param name="findings">Where to add what is wrong.</param>
    public FieldReader(JsonElement element, string path, Findings findings)
    {
        _path = path;
        _findings = findings;
        _isObject = element.ValueKind == JsonValueKind.Object;
        if (!_isObject)
        {
            findings.Add("body", path.Length == 0 ? "body" : path, Raw(element), "a JSON object");
            return;
        }

        foreach (var field in element.EnumerateObject())
        {
            if (NameOf(field) is { } name)
                _fields[name] = field.Value;
            else
                findings.Add("body", PathOf("?"), "a field name that is no Unicode text", "field names in Unicode");
        }
    }

    /// <summary>Whether a field is there, be it with null: for those where null says something.</summary>
    /// <param name="name">Name of the field.</param>
    public bool Has(string name) => _fields.ContainsKey(name);

    /// <summary>A text.</summary>
    /// <param name="name">Name of the field.</param>
    /// <param name="rule">What it may be.</param>
    /// <param name="isNeeded">Whether it must be there.</param>
    public string? Text(string name, TextRule rule, bool isNeeded = false)
    {
        if (Find(name, isNeeded, rule.Allowed) is not { } element)
            return null;
        return TextOf(element, PathOf(name), rule);
    }

    /// <summary>A finite number.</summary>
    /// <param name="name">Name of the field.</param>
    /// <param name="range">What it may be.</param>
    /// <param name="isNeeded">Whether it must be there.</param>
    public double? Number(string name, NumberRange range, bool isNeeded = false)
    {
        if (Find(name, isNeeded, range.Allowed) is not { } element)
            return null;
        if (element.ValueKind == JsonValueKind.Number && element.TryGetDouble(out var value) && range.Contains(value))
            return value;
        Wrong(name, element, range.Allowed);
        return null;
    }

    /// <summary>A whole number.</summary>
    /// <param name="name">Name of the field.</param>
    /// <param name="least">Least value.</param>
    /// <param name="most">Greatest value.</param>
    /// <param name="isNeeded">Whether it must be there.</param>
    public long? Whole(string name, long least, long most, bool isNeeded = false)
    {
        if (Find(name, isNeeded, isNeeded ? WholeFrom(least, most) : "") is not { } element)
            return null;
        if (element.ValueKind == JsonValueKind.Number && element.TryGetInt64(out var value) && value >= least && value <= most)
            return value;
        Wrong(name, element, WholeFrom(least, most));
        return null;
    }

    /// <summary>A true or false.</summary>
    /// <param name="name">Name of the field.</param>
    public bool? Flag(string name)
    {
        if (Find(name, isNeeded: false, "true or false") is not { } element)
            return null;
        if (element.ValueKind is JsonValueKind.True or JsonValueKind.False)
            return element.GetBoolean();
        Wrong(name, element, "true or false");
        return null;
    }

    /// <summary>A time with its offset from UTC.</summary>
    /// <param name="name">Name of the field.</param>
    public DateTimeOffset? Instant(string name)
    {
        const string Allowed = "a time in ISO 8601 with its offset, such as 2031-05-06T07:08:09Z";
        if (Find(name, isNeeded: false, Allowed) is not { } element)
            return null;
        if (element.ValueKind == JsonValueKind.String && SafeText(element) is { } text && HasOffset(text)
            && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.None, out var value))
            return value.ToUniversalTime();
        Wrong(name, element, Allowed);
        return null;
    }

    /// <summary>One of the words of an enum.</summary>
    /// <typeparam name="T">The enum.</typeparam>
    /// <param name="name">Name of the field.</param>
    public T? Word<T>(string name)
        where T : struct, Enum
    {
        if (Find(name, isNeeded: true, Words<T>.All) is not { } element)
            return null;
        if (element.ValueKind == JsonValueKind.String && SafeText(element) is { } text && Words<T>.TryParse(text, out var value))
            return value;
        Wrong(name, element, $"one of {Words<T>.All}");
        return null;
    }

    /// <summary>A list of texts.</summary>
    /// <param name="name">Name of the field.</param>
    /// <param name="rule">What each may be.</param>
    /// <param name="most">The most there may be.</param>
    public IReadOnlyList<string>? Texts(string name, TextRule rule, int most) =>
        List(name, most, (element, path) => TextOf(element, path, rule) ?? "");

    /// <summary>A list.</summary>
    /// <typeparam name="T">What each item becomes.</typeparam>
    /// <param name="name">Name of the field.</param>
    /// <param name="most">The most there may be.</param>
    /// <param name="read">Reads an item at a path.</param>
    public IReadOnlyList<T>? List<T>(string name, int most, Func<JsonElement, string, T> read)
    {
        if (Find(name, isNeeded: false, "") is not { } element)
            return null;
        if (element.ValueKind == JsonValueKind.Array && element.GetArrayLength() <= most)
            return [.. element.EnumerateArray().Select((item, i) => read(item, $"{PathOf(name)}[{i}]"))];
        Wrong(name, element, $"a list of at most {most}");
        return null;
    }

    /// <summary>An object within.</summary>
    /// <typeparam name="T">What it becomes.</typeparam>
    /// <param name="name">Name of the field.</param>
    /// <param name="read">Reads it at a path.</param>
    public T? Inner<T>(string name, Func<JsonElement, string, T> read) where T : class =>
        Find(name, isNeeded: false, "") is { } element ? read(element, PathOf(name)) : null;

    /// <summary>Bytes in base64, which must be there.</summary>
    /// <param name="name">Name of the field.</param>
    /// <param name="most">The most there may be.</param>
    public ReadOnlyMemory<byte>? Bytes(string name, int most)
    {
        var allowed = $"1 to {most} bytes in base64";
        if (Find(name, isNeeded: true, allowed) is not { } element)
            return null;
        if (element.ValueKind == JsonValueKind.String && element.TryGetBytesFromBase64(out var bytes) && bytes.Length > 0 && bytes.Length <= most)
            return bytes;
        Wrong(name, element, allowed);
        return null;
    }

    /// <summary>Texts by name.</summary>
    /// <param name="name">Name of the field.</param>
    /// <param name="rule">What each name and text may be.</param>
    /// <param name="most">The most there may be.</param>
    public IReadOnlyDictionary<string, string>? Map(string name, TextRule rule, int most)
    {
        if (Find(name, isNeeded: false, "") is not { } element)
            return null;
        if (element.ValueKind != JsonValueKind.Object || element.GetPropertyCount() > most)
        {
            Wrong(name, element, $"an object of at most {most} texts");
            return null;
        }

        var inner = new FieldReader(element, PathOf(name), _findings);
        return inner._fields.Keys.ToDictionary(key => key, key => inner.Text(key, rule, isNeeded: true) ?? "");
    }

    /// <summary>Adds the fields that nobody asked for.</summary>
    public void Finish()
    {
        if (!_isObject)
            return;
        foreach (var (name, value) in _fields.Where(f => !_asked.Contains(f.Key)))
            _findings.Add("body", PathOf(name), Raw(value), $"only the fields {string.Join(", ", _asked)}");
    }

    private static string WholeFrom(long least, long most) => $"a whole number from {least} to {most}";

    /// <summary>A field that is there; one that is needed and is not becomes a finding with what is allowed.</summary>
    private JsonElement? Find(string name, bool isNeeded, string allowed)
    {
        _asked.Add(name);
        if (_fields.TryGetValue(name, out var element) && element.ValueKind != JsonValueKind.Null)
            return element;
        if (isNeeded && _isObject)
            _findings.Add("body", PathOf(name), given: null, allowed);
        return null;
    }

    private string? TextOf(JsonElement element, string path, TextRule rule)
    {
        if (element.ValueKind == JsonValueKind.String && SafeText(element) is { } text && rule.Allows(text))
            return text;
        _findings.Add("body", path, Raw(element), rule.Allowed);
        return null;
    }

    // A JSON text may hold half of a surrogate pair, which is no text.
    private static string? SafeText(JsonElement element)
    {
        try
        {
            return element.GetString();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    private static string? NameOf(JsonProperty field)
    {
        try
        {
            return field.Name;
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    private static bool HasOffset(string text) => text.EndsWith('Z') || (text.Length > 19 && text[^6] is '+' or '-' && text[^3] == ':');

    private void Wrong(string name, JsonElement element, string allowed) => _findings.Add("body", PathOf(name), Raw(element), allowed);

    private static string Raw(JsonElement element) => element.GetRawText();

    private string PathOf(string name) => _path.Length == 0 ? name : $"{_path}.{name}";
}
