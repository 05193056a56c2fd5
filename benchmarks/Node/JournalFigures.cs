namespace ControlPlane.Benchmarks.Node;

/// <summary>Durable submissions through a node's journal.</summary>
/// <param name="Storage">Where the journal is kept.</param>
/// <param name="Callers">Callers at once, each with one submission under way.</param>
/// <param name="Seconds">How long it was measured.</param>
/// <param name="Submitted">Jobs that were acknowledged.</param>
/// <param name="PerS">The same a second.</param>
/// <param name="P50Ms">Median time to the acknowledgement, ms.</param>
/// <param name="P99Ms">99th percentile of it, ms.</param>
/// <param name="GreatestMs">The longest, ms.</param>
/// <param name="CommitsPerS">Commits a second.</param>
internal sealed record JournalFigures(
    string Storage, int Callers, double Seconds, int Submitted, double PerS, double P50Ms, double P99Ms, double GreatestMs, double CommitsPerS);
