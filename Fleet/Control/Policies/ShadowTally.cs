using ControlPlane.Fleet.Journal;

namespace ControlPlane.Fleet.Control.Policies;

/// <summary>What became of a shadow's decisions since it began. Sums, so that tallies of several hosts add up.</summary>
public sealed record ShadowTally
{
    /// <summary>When it began, seconds.</summary>
    public double SinceS { get; init; }

    /// <summary>Decisions that it took too.</summary>
    public long Compared { get; init; }

    /// <summary>Those of them at another site, or held by one of the two only.</summary>
    public long OtherSite { get; init; }

    /// <summary>Those of them at the same site with other GPUs or another clock.</summary>
    public long OtherGpus { get; init; }

    /// <summary>Decisions that it failed to take.</summary>
    public long Failed { get; init; }

    /// <summary>How many in a row, up to now.</summary>
    public int FailedInARow { get; init; }

    /// <summary>Decisions that it was not asked about, because it was behind.</summary>
    public long Dropped { get; init; }

    /// <summary>Decisions whose options the deciding policy had scored.</summary>
    public long Scored { get; init; }

    /// <summary>Sum over these: score of the shadow's choice less that of the one that took effect, by the deciding policy.</summary>
    public double ScoreRegret { get; init; }

    /// <summary>Decisions forecast by the operating tables.</summary>
    public long Forecast { get; init; }

    /// <summary>Sum over these: energy of the shadow's choice less that of the one that took effect, joules.</summary>
    public double EnergyJ { get; init; }

    /// <summary>Sum over these: time to completion of the shadow's choice less that of the one that took effect, seconds.</summary>
    public double CompletionS { get; init; }

    /// <summary>Why it failed last; empty if it never did.</summary>
    public string LastFailure { get; init; } = "";

    /// <summary>Counts a verdict.</summary>
    /// <param name="verdict">The verdict.</param>
    public ShadowTally Add(ShadowVerdict verdict)
    {
        ArgumentNullException.ThrowIfNull(verdict);
        if (verdict.Failure is { } failure)
            return this with { Failed = Failed + 1, FailedInARow = FailedInARow + 1, LastFailure = failure };
        var isOther = verdict.Said.Site != verdict.Done.Site;
        // A policy may give any score: one that the sum cannot hold would leave nothing of it.
        var isScored = double.IsFinite(ScoreRegret + verdict.ScoreRegret);
        var isForecast = double.IsFinite(EnergyJ + verdict.EnergyJ) && double.IsFinite(CompletionS + verdict.CompletionS);
        return this with
        {
            Compared = Compared + 1,
            FailedInARow = 0,
            OtherSite = OtherSite + (isOther ? 1 : 0),
            OtherGpus = OtherGpus + (!isOther && verdict.Said.Wanted != verdict.Done.Wanted ? 1 : 0),
            Scored = Scored + (isScored ? 1 : 0),
            ScoreRegret = ScoreRegret + (isScored ? verdict.ScoreRegret : 0),
            Forecast = Forecast + (isForecast ? 1 : 0),
            EnergyJ = EnergyJ + (isForecast ? verdict.EnergyJ : 0),
            CompletionS = CompletionS + (isForecast ? verdict.CompletionS : 0),
        };
    }

    /// <summary>Adds what a host counted since it told last. Failures in a row are those of the host that tells.</summary>
    /// <param name="later">What it counted.</param>
    public ShadowTally Add(ShadowTally later)
    {
        ArgumentNullException.ThrowIfNull(later);
        return this with
        {
            Compared = Compared + later.Compared,
            OtherSite = OtherSite + later.OtherSite,
            OtherGpus = OtherGpus + later.OtherGpus,
            Failed = Failed + later.Failed,
            FailedInARow = later.FailedInARow,
            Dropped = Dropped + later.Dropped,
            Scored = Scored + later.Scored,
            ScoreRegret = ScoreRegret + later.ScoreRegret,
            Forecast = Forecast + later.Forecast,
            EnergyJ = EnergyJ + later.EnergyJ,
            CompletionS = CompletionS + later.CompletionS,
            LastFailure = later.LastFailure.Length > 0 ? later.LastFailure : LastFailure,
        };
    }

    /// <summary>Counts decisions that it was not asked about.</summary>
    /// <param name="dropped">How many.</param>
    public ShadowTally Drop(long dropped) => this with { Dropped = Dropped + dropped };

    internal void Save(StateWriter writer)
    {
        writer.Real(SinceS);
        foreach (var count in (ReadOnlySpan<long>)[Compared, OtherSite, OtherGpus, Failed, FailedInARow, Dropped, Scored, Forecast])
            writer.Number(count);
        writer.Real(ScoreRegret);
        writer.Real(EnergyJ);
        writer.Real(CompletionS);
        writer.Text(LastFailure);
    }

    internal static ShadowTally Load(ref StateReader reader) => new()
    {
        SinceS = reader.Real(),
        Compared = reader.Number(),
        OtherSite = reader.Number(),
        OtherGpus = reader.Number(),
        Failed = reader.Number(),
        FailedInARow = reader.Index(),
        Dropped = reader.Number(),
        Scored = reader.Number(),
        Forecast = reader.Number(),
        ScoreRegret = reader.Finite(),
        EnergyJ = reader.Finite(),
        CompletionS = reader.Finite(),
        LastFailure = reader.Text(),
    };
}
