namespace ControlPlane.Simulation.Reports;

/// <summary>What a report needs to know besides the study.</summary>
public sealed record ReportOptions
{
    /// <summary>Version of the product, for the provenance.</summary>
    public required string ProductVersion { get; init; }

    /// <summary>The command that repeats the study, for the provenance; empty if there is none.</summary>
    public string CommandLine { get; init; } = "";

    /// <summary>The scenario's file; only its name is printed, never its folder. Empty: the scenario's name is printed.</summary>
    public string ScenarioFile { get; init; } = "";

    /// <summary>Label of the policy that others are compared with; null or a label that the study lacks: its first policy.</summary>
    public string? Baseline { get; init; }

    /// <summary>Mean service time that a policy must keep to be called the best, s; null for no limit.</summary>
    public double? ServiceBudgetS { get; init; }

    /// <summary>Labels of the policies drawn in line charts when there are too many for one; empty: chosen by their results.</summary>
    public IReadOnlyList<string> Focus { get; init; } = [];

    /// <summary>Relative paths of the CSV files beside the report; tables link to the file with their name (see <see cref="StudyReport.Tables"/>).</summary>
    public IReadOnlyList<string> CsvFiles { get; init; } = [];

    /// <summary>Published figures beside those of this product, shown first; null for none.</summary>
    public PublishedComparison? Published { get; init; }
}
