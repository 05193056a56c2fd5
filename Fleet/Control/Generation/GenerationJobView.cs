namespace ControlPlane.Fleet.Control.Generation;

/// <summary>Generation jobs as a host shows them.</summary>
/// <param name="Submission">What was asked.</param>
/// <param name="State">Where they are.</param>
/// <param name="Provider">Name of the provider that has them; null where none does.</param>
/// <param name="Steps">Denoising steps of each image; null where no provider has them.</param>
/// <param name="QuotedCompletionS">From submission until the last result is back, s, as the provider quoted it at clock 1; null where none has them.</param>
/// <param name="SubmittedAt">When they were submitted.</param>
/// <param name="KnownAt">When their slot closes, or did.</param>
/// <param name="Outcome">What became of them; null while their slot is open, and where none has them.</param>
/// <param name="Reason">Why they are not where the rule wanted them, for people; null if they are.</param>
/// <param name="Version">Grows with every change.</param>
public sealed record GenerationJobView(
    GenerationSubmission Submission,
    GenerationState State,
    string? Provider,
    int? Steps,
    double? QuotedCompletionS,
    DateTimeOffset SubmittedAt,
    DateTimeOffset KnownAt,
    GenerationOutcome? Outcome,
    string? Reason,
    int Version);
