using System.Text.Json.Nodes;

namespace ControlPlane.Client.Output;

/// <summary>The result of a command in all its forms.</summary>
internal sealed record Document
{
    /// <summary>Lines before the tables.</summary>
    public IReadOnlyList<string> Heading { get; init; } = [];

    /// <summary>The tables for people.</summary>
    public IReadOnlyList<Table> Tables { get; init; } = [];

    /// <summary>Lines after the tables.</summary>
    public IReadOnlyList<string> Closing { get; init; } = [];

    /// <summary>The table for programs.</summary>
    public required Func<Table> Csv { get; init; }

    /// <summary>Everything for programs.</summary>
    public required Func<JsonNode> Json { get; init; }
}
