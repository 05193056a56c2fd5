namespace ControlPlane.Fleet.Control.Generation;

/// <summary>What is known of generation jobs.</summary>
internal sealed record GenerationCard
{
    public required long Number { get; init; }

    public required GenerationSubmission Submission { get; init; }

    public required double SubmittedS { get; init; }

    /// <summary>The slot in which they were submitted.</summary>
    public required int Slot { get; init; }

    /// <summary>Index of the provider that has them; -1 for none.</summary>
    public required int Provider { get; init; }

    public required int Steps { get; init; }

    public required double QuotedS { get; init; }

    /// <summary>Why they are not where the rule wanted them; empty if they are.</summary>
    public required string Reason { get; init; }

    public required GenerationVerdict Verdict { get; init; }

    public GenerationOutcome? Outcome { get; set; }

    public bool IsOpen => Provider >= 0 && Outcome is null;
}
