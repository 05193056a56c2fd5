using ControlPlane.Simulation.Training;

namespace ControlPlane.Client.Training;

/// <summary>How far a session is.</summary>
/// <param name="Seed">Its seed.</param>
/// <param name="Stage">Where it is.</param>
/// <param name="Round">Rounds done.</param>
/// <param name="Share">Share of the present round, 0..1.</param>
/// <param name="Decisions">Decisions seen.</param>
/// <param name="Updates">Updates made.</param>
/// <param name="UpdatesPerS">Updates of a second, on the clock; NaN before the first.</param>
/// <param name="Last">The last held-out result; null before the first.</param>
/// <param name="Best">The best; null before the first.</param>
/// <param name="LeftS">Time left, s; NaN where nobody knows yet.</param>
internal sealed record SeedStatus(
    long Seed, SeedStage Stage, int Round, double Share, long Decisions, long Updates, double UpdatesPerS, HeldOutResult? Last, HeldOutResult? Best, double LeftS)
{
    /// <summary>A session that has not begun.</summary>
    /// <param name="seed">Its seed.</param>
    public static SeedStatus Of(long seed) => new(seed, SeedStage.Waiting, 0, 0, 0, 0, double.NaN, null, null, double.NaN);
}
