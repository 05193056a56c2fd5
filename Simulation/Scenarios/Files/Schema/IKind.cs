using System.Text.Json.Nodes;

namespace ControlPlane.Simulation.Scenarios.Files.Schema;

/// <summary>How a value is written, for documents and editors.</summary>
internal interface IKind
{
    /// <summary>What is expected, in words: <c>a whole number in [1, 64]</c>.</summary>
    string Expected { get; }

    /// <summary>The JSON Schema of the value.</summary>
    JsonObject ToJson();

    /// <summary>The sections that occur in the value.</summary>
    IEnumerable<SectionSchema> Sections { get; }
}
