using ControlPlane.Simulation.Scenarios.Files.Fields;
using ControlPlane.Simulation.Scenarios.Files.Loading;
using ControlPlane.Simulation.Scenarios.Files.Schema;

namespace ControlPlane.Simulation.Scenarios;

/// <summary>What a scenario file may say. Reader, documentation and editor schema are made from the same fields.</summary>
public static class ScenarioSchema
{
    /// <summary>The JSON Schema (draft 2020-12) of scenario files, for completion and checks in editors.</summary>
    public static string ToJsonSchema() => JsonSchemaWriter.Document(RootFields.Schema, IncludeLoader.Key);

    /// <summary>The reference of all keys with kinds, ranges and defaults, in Markdown.</summary>
    public static string ToMarkdown() => MarkdownWriter.Document(
        RootFields.Schema,
        [Dimension.Duration, Dimension.Power, Dimension.Rate, Dimension.Work, Dimension.Pace, Dimension.ImageEnergy, Dimension.Data, Dimension.Throughput]);

    /// <summary>The JSON Schema (draft 2020-12) of days of generation.</summary>
    public static string ToGenerationJsonSchema() => JsonSchemaWriter.Document(GenerationFields.Schema, IncludeLoader.Key);

    /// <summary>The reference of the keys of days of generation, in Markdown; sections that fleets have too are left out.</summary>
    public static string ToGenerationMarkdown() => MarkdownWriter.Document(
        GenerationFields.Schema,
        [Dimension.ImageEnergy, Dimension.Data, Dimension.Throughput],
        RootFields.Schema);
}
