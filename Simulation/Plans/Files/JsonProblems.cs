using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using ControlPlane.Simulation.Scenarios;

namespace ControlPlane.Simulation.Plans.Files;

/// <summary>What is wrong with a JSON file, in the words of its reader and not of the program that reads it.</summary>
internal static partial class JsonProblems
{
    /// <summary>Reads a file's text; whatever is wrong with it is a <see cref="ScenarioException"/>.</summary>
    public static T Parse<T>(string text, string file)
        where T : class
    {
        try
        {
            // Half of a character that no encoding has becomes a question mark, not an exception.
            return JsonSerializer.Deserialize<T>(Encoding.UTF8.GetBytes(text), JsonFormat.Options) ?? throw new JsonException("must be an object, not null");
        }
        catch (JsonException e)
        {
            throw new ScenarioException(Of(e, file), e);
        }
    }

    /// <summary>The line on which something is named; the first where it is nowhere.</summary>
    public static int LineOf(string text, string name)
    {
        var quoted = JsonSerializer.Serialize(name, JsonFormat.Options);
        var at = text.IndexOf($"\"name\": {quoted}", StringComparison.Ordinal);
        if (at < 0)
            at = text.IndexOf(quoted, StringComparison.Ordinal);
        return at < 0 ? 1 : 1 + text.AsSpan(0, at).Count('\n');
    }

    private static ScenarioProblem Of(JsonException e, string file)
    {
        var field = e.Path is { Length: > 2 } path ? path[2..] : "";
        return new ScenarioProblem(file, (int)Math.Min(int.MaxValue - 1, e.LineNumber ?? 0) + 1, (int)Math.Min(int.MaxValue - 1, e.BytePositionInLine ?? 0) + 1, field, InWords(e.Message));
    }

    private static string InWords(string message)
    {
        if (Converted().Match(message) is { Success: true } converted)
            return $"must be {Kind(converted.Groups["type"].Value)}";
        if (Unmapped().Match(message) is { Success: true } unmapped)
            return $"there is no field '{unmapped.Groups["field"].Value}'";
        if (Missing().Match(message) is { Success: true } missing)
            return $"{missing.Groups["fields"].Value} must be given";
        if (Repeated().Match(message) is { Success: true } repeated)
            return $"'{repeated.Groups["field"].Value}' is given twice";
        return message.Contains("doesn't allow setting null", StringComparison.Ordinal) ? "must not be null" : Place().Replace(message, "").ReplaceLineEndings(" ").TrimEnd('.', ' ');
    }

    private static string Kind(string type) => type switch
    {
        "System.Double" => "a number",
        "System.Int32" => "a whole number",
        "System.Boolean" => "true or false",
        "System.String" => "a text",
        _ => type.Contains("[]", StringComparison.Ordinal) || type.Contains("List", StringComparison.Ordinal) ? "a list" : "an object",
    };

    [GeneratedRegex(@"^The JSON value could not be converted to (?<type>\S+?)\.?( Path:|$)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Converted();

    [GeneratedRegex(@"^The JSON property '(?<field>.*)' could not be mapped", RegexOptions.Singleline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Unmapped();

    [GeneratedRegex(@"missing required properties including: (?<fields>.*?)\.?( Path:|$)", RegexOptions.Singleline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Missing();

    [GeneratedRegex(@"^Duplicate property '(?<field>.*)' encountered", RegexOptions.Singleline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Repeated();

    [GeneratedRegex(@" (Path: \$.*|LineNumber: \d+ \|.*)$", RegexOptions.Singleline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Place();
}
