using ControlPlane.Fleet.Control;

namespace ControlPlane.Client.Inputs;

/// <summary>A job to submit.</summary>
/// <param name="Job">The job.</param>
/// <param name="Place">File and line where it is described; null for the command line.</param>
internal sealed record WantedJob(JobSubmission Job, string? Place);
