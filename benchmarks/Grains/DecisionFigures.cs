namespace ControlPlane.Benchmarks.Grains;

/// <summary>Latency of decisions through the policy workers of one region, as the caller sees it.</summary>
/// <param name="Policy">The policy.</param>
/// <param name="Sites">Number of sites.</param>
/// <param name="Callers">Callers at once, each with one decision under way.</param>
/// <param name="Decisions">Decisions that count.</param>
/// <param name="P50Us">Median, µs.</param>
/// <param name="P99Us">99th percentile, µs.</param>
/// <param name="MaxUs">Greatest, µs.</param>
/// <param name="PerS">Decisions per second of all callers together.</param>
/// <param name="Boards">Different states of the board on which the decisions rested.</param>
/// <param name="Workers">Activations that decided.</param>
internal sealed record DecisionFigures(
    string Policy, int Sites, int Callers, int Decisions, double P50Us, double P99Us, double MaxUs, double PerS, int Boards, int Workers);
