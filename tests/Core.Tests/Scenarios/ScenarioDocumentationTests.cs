using System.Text.Json;
using ControlPlane.Simulation.Scenarios;

namespace ControlPlane.Core.Tests.Scenarios;

/// <summary>
/// docs/SCENARIOS.md and scenarios/scenario.schema.json are made from the schema. To rewrite them: CONTROLPLANE_REWRITE_DOCS=1 ./test
/// </summary>
public sealed class ScenarioDocumentationTests
{
    private const string Marker = "<!-- Generated from the schema below this line; see ScenarioDocumentationTests. -->\n\n";

    [Fact]
    public void Reference_is_what_the_schema_says()
    {
        var path = Path.Combine(Repository.Root, "docs", "SCENARIOS.md");
        var text = File.ReadAllText(path);
        var written = text[..(text.IndexOf(Marker, StringComparison.Ordinal) + Marker.Length)];
        AssertCurrent(path, written + ScenarioSchema.ToMarkdown());
    }

    [Fact]
    public void Editor_schema_is_what_the_schema_says()
    {
        var schema = ScenarioSchema.ToJsonSchema();
        using var parsed = JsonDocument.Parse(schema);
        Assert.True(parsed.RootElement.GetProperty("properties").TryGetProperty("horizon", out _));
        AssertCurrent(Path.Combine(Repository.Root, "scenarios", "scenario.schema.json"), schema.TrimEnd() + "\n");
    }

    private static void AssertCurrent(string path, string expected)
    {
        if (Environment.GetEnvironmentVariable("CONTROLPLANE_REWRITE_DOCS") == "1")
            File.WriteAllText(path, expected);
        Assert.Equal(expected, File.ReadAllText(path));
    }
}
