using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using ControlPlane.Simulation.Scenarios;

namespace ControlPlane.Core.Tests.Scenarios;

public sealed class ScenarioDocumentTests
{
    private static readonly string Document = Path.Combine(Repository.Root, "docs", "SCENARIOS.md");
    private static readonly string JsonFile = Path.Combine(Repository.Root, "scenarios", "scenario.schema.json");
    private static readonly string GenerationJsonFile = Path.Combine(Repository.Root, "scenarios", "generation.schema.json");

    private static bool Rewrites => Environment.GetEnvironmentVariable("CONTROLPLANE_REWRITE_DOCS") == "1";

    [Fact]
    public void The_documentation_is_current()
    {
        var written = File.ReadAllText(Document);
        var current = Between(Between(written, "keys", "\n" + ScenarioSchema.ToMarkdown() + "\n"), "shipped", ShippedTable());
        current = Between(current, "generation keys", "\n" + ScenarioSchema.ToGenerationMarkdown() + "\n");
        if (Rewrites)
            File.WriteAllText(Document, current);
        else
            Assert.Equal(current, written);
    }

    [Fact]
    public void The_editor_schema_is_current()
    {
        Check(JsonFile, ScenarioSchema.ToJsonSchema());
        Check(GenerationJsonFile, ScenarioSchema.ToGenerationJsonSchema());

        static void Check(string file, string current)
        {
            if (Rewrites)
                File.WriteAllText(file, current);
            else
                Assert.Equal(current, File.ReadAllText(file));
        }
    }

    [Fact]
    public void The_whole_scenarios_of_the_documentation_can_be_read()
    {
        var examples = Regex.Matches(File.ReadAllText(Document), "```yaml\n(?<text># scenario\n.*?)```", RegexOptions.Singleline, TimeSpan.FromSeconds(1));
        Assert.NotEmpty(examples);
        Assert.All(examples, e => Assert.Equal("example", ScenarioReader.Parse(e.Groups["text"].Value, "example.yaml").Name));
    }

    [Fact]
    public void The_editor_schema_knows_each_key_of_the_shipped_scenarios_and_no_typo()
    {
        var schema = JsonNode.Parse(ScenarioSchema.ToJsonSchema())!.AsObject();
        var keys = schema["properties"]!.AsObject().Select(p => p.Key).ToHashSet();
        var written = new ScenarioCatalog(Path.Combine(Repository.Root, "scenarios")).Names
            .SelectMany(n => File.ReadLines(Repository.Scenario(n)))
            .Select(l => Regex.Match(l, "^(?<key>[a-z-]+):", RegexOptions.None, TimeSpan.FromSeconds(1)))
            .Where(m => m.Success)
            .Select(m => m.Groups["key"].Value);
        Assert.Subset(keys, written.ToHashSet());
        Assert.False(schema["additionalProperties"]!.GetValue<bool>());
        Assert.DoesNotContain("horizont", keys);
    }

    [Theory]
    [InlineData("7 d", true)]
    [InlineData("7d", true)]
    [InlineData("1.5e3 ms", true)]
    [InlineData("7 W", false)]
    [InlineData("NaN", false)]
    public void The_editor_schema_allows_the_durations_that_the_reader_allows(string written, bool isAllowed)
    {
        var horizon = JsonNode.Parse(ScenarioSchema.ToJsonSchema())!["properties"]!["horizon"]!;
        var pattern = horizon["anyOf"]![1]!["pattern"]!.GetValue<string>();
        Assert.Equal(isAllowed, Regex.IsMatch(written, pattern, RegexOptions.None, TimeSpan.FromSeconds(1)));
        Assert.Equal(isAllowed, Record.Exception(() => Yaml.Parse(Yaml.With("horizon: 1 d", $"horizon: {written}"))) is null);
    }

    private static string Between(string text, string part, string generated)
    {
        var begin = $"<!-- generated: {part} -->\n";
        var from = text.IndexOf(begin, StringComparison.Ordinal) + begin.Length;
        var to = text.IndexOf("<!-- end -->", from, StringComparison.Ordinal);
        return text[..from] + generated + text[to..];
    }

    private static string ShippedTable()
    {
        var catalog = new ScenarioCatalog(Path.Combine(Repository.Root, "scenarios"));
        return string.Concat(catalog.Names.Concat(catalog.GenerationNames).Select(catalog.Describe).Select(s => $"| `{s.Name}` | **{s.Title}.** {s.Description} |\n"));
    }
}
