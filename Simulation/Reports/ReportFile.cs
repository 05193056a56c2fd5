namespace ControlPlane.Simulation.Reports;

/// <summary>A text file to be written beside a report, as UTF-8.</summary>
/// <param name="Name">File name without a folder.</param>
/// <param name="Content">Its text.</param>
public sealed record ReportFile(string Name, string Content);
