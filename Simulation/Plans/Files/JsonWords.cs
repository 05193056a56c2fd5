using System.Text.Json;
using System.Text.RegularExpressions;

namespace ControlPlane.Simulation.Plans.Files;

/// <summary>What is wrong with JSON, in the words of who wrote it and not of the program that reads it.</summary>
public static partial class JsonWords
{
    /// <summary>What is wrong.</summary>
    /// <param name="failure">As the reader says it.</param>
    public static string Of(JsonException failure)
    {
        ArgumentNullException.ThrowIfNull(failure);
        var message = failure.Message;
        if (message.Contains("does not contain any JSON tokens", StringComparison.Ordinal))
            return "there is nothing to read: one JSON value is expected";
        if (message.Contains("Expected depth to be zero", StringComparison.Ordinal))
            return "it ends before it is complete";
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
