namespace ControlPlane.Fleet.Generation;

/// <summary>What became of generation jobs. Shares of a fluid make fractions of jobs.</summary>
/// <param name="Offered">Jobs submitted.</param>
/// <param name="Open">Jobs of the open slot, decided upon or not.</param>
/// <param name="OnTime">Done in time.</param>
/// <param name="Late">Done, but late.</param>
/// <param name="Abandoned">Given up after waiting for too long.</param>
/// <param name="Declined">Declined by every provider that was asked.</param>
public readonly record struct GenerationJobs(double Offered, double Open, double OnTime, double Late, double Abandoned, double Declined)
{
    /// <summary>By how much the account does not close, relative to what was offered; rounding only.</summary>
    public double Residual => Math.Abs(Offered - Open - OnTime - Late - Abandoned - Declined) / Math.Max(1, Offered);

    /// <summary>Share of the closed jobs that were not answered in time; 0 without any.</summary>
    public double ViolationShare => Offered > Open ? 1 - OnTime / (Offered - Open) : 0;

    /// <summary>Two accounts as one.</summary>
    /// <param name="one">An account.</param>
    /// <param name="other">Another one.</param>
    public static GenerationJobs operator +(in GenerationJobs one, in GenerationJobs other) => Add(one, other);

    /// <summary>Two accounts as one.</summary>
    /// <param name="one">An account.</param>
    /// <param name="other">Another one.</param>
    public static GenerationJobs Add(in GenerationJobs one, in GenerationJobs other) => new(
        one.Offered + other.Offered,
        one.Open + other.Open,
        one.OnTime + other.OnTime,
        one.Late + other.Late,
        one.Abandoned + other.Abandoned,
        one.Declined + other.Declined);
}
