using ControlPlane.Client.Output;

namespace ControlPlane.Client.Regions;

/// <summary>What became of a play.</summary>
/// <param name="Document">All that is to be shown.</param>
/// <param name="Failures">What is wrong, a line each; empty when every job is accounted for.</param>
internal sealed record PlayResult(Document Document, IReadOnlyList<string> Failures);
