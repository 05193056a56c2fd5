using System.Text;
using System.Text.Json;
using ControlPlane.Simulation.Scenarios;

namespace ControlPlane.Simulation.Plans.Files;

/// <summary>What is wrong with a JSON file, in the words of its reader and not of the program that reads it.</summary>
internal static class JsonProblems
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
        return new ScenarioProblem(file, (int)Math.Min(int.MaxValue - 1, e.LineNumber ?? 0) + 1, (int)Math.Min(int.MaxValue - 1, e.BytePositionInLine ?? 0) + 1, field, JsonWords.Of(e));
    }
}
