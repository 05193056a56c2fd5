namespace ControlPlane.Simulation.Reports.Html;

/// <summary>What is needed to produce a report again; printed at its end. There is no date: the same run gives the same bytes.</summary>
/// <param name="ProductVersion">Version of the product.</param>
/// <param name="Scenario">The scenario, by name or relative path.</param>
/// <param name="Seeds">The seed or seeds, as text.</param>
/// <param name="CommandLine">The command that repeats the run.</param>
/// <param name="EventLogHash">The hash of the event log, or of the logs.</param>
public sealed record Provenance(string ProductVersion, string Scenario, string Seeds, string CommandLine, string EventLogHash)
{
    /// <summary>Further lines: a label and a value.</summary>
    public IReadOnlyList<(string Label, string Value)> Extra { get; init; } = [];
}
