using ControlPlane.Simulation.Studies;

namespace ControlPlane.Client.Output;

/// <summary>What a report is made from.</summary>
/// <param name="Study">The study.</param>
/// <param name="Baseline">Label of the policy that differences are taken to; null for none.</param>
/// <param name="Published">The published week under the policies of the paper, for the demonstration; null elsewhere.</param>
/// <param name="Files">The files already written beside the report.</param>
/// <param name="CommandText">The command line that made it.</param>
internal sealed record ReportRequest(StudyResult Study, string? Baseline, StudyResult? Published, IReadOnlyList<string> Files, string CommandText);
