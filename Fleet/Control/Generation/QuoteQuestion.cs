namespace ControlPlane.Fleet.Control.Generation;

/// <summary>A cohort for which a provider is asked what it would do.</summary>
/// <param name="Origin">Name of the provider at which it would be submitted; null for the one that is asked.</param>
/// <param name="Deadline">Name of the deadline class.</param>
/// <param name="Category">Name of the prompt category; null where it is not known.</param>
/// <param name="Images">Images of a job, 1 to 100.</param>
/// <param name="Count">Jobs, 1 to 10 000.</param>
public sealed record QuoteQuestion(string? Origin, string Deadline, string? Category, int Images = 1, int Count = 1);
