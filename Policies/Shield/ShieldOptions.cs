namespace ControlPlane.Policies.Shield;

/// <summary>The limits of a shield. By default feasibility and exceptions are checked, and neither time nor age is limited.</summary>
public sealed record ShieldOptions
{
    /// <summary>Measures decisions; needed for a budget.</summary>
    public IDecisionClock? Clock { get; init; }

    /// <summary>The longest a decision may take, seconds, &gt; 0.</summary>
    public double BudgetS { get; init; } = double.PositiveInfinity;

    /// <summary>So many late decisions in a row bench the policy, ≥ 1.</summary>
    public int MostLateInARow { get; init; } = 3;

    /// <summary>How long it is benched, seconds of <see cref="Clock"/>, ≥ 0. Then one more late decision benches it again.</summary>
    public double BenchS { get; init; } = 10;

    /// <summary>The greatest age of the chosen site's report and of the view a decision was taken on, seconds, ≥ 0.</summary>
    public double MostReportAgeS { get; init; } = double.PositiveInfinity;

    /// <summary>The greatest age of the policy's own snapshot, <see cref="ShieldedPolicy.SnapshotS"/>, seconds, ≥ 0.</summary>
    public double MostSnapshotAgeS { get; init; } = double.PositiveInfinity;

    /// <summary>How many interventions the log keeps, ≥ 1.</summary>
    public int LogCapacity { get; init; } = 100;

    /// <summary>Whether decisions are timed.</summary>
    internal bool IsTimed => !double.IsPositiveInfinity(BudgetS);

    /// <summary>Refuses limits that make no sense.</summary>
    /// <exception cref="ArgumentException">One is out of range, or there is a budget and no clock.</exception>
    internal void Require()
    {
        // Written so that NaN is refused too.
        if (!(BudgetS > 0 && BenchS >= 0 && MostReportAgeS >= 0 && MostSnapshotAgeS >= 0 && MostLateInARow >= 1 && LogCapacity >= 1))
            throw new ArgumentException($"A limit of the shield is out of range: {this}.");
        if (IsTimed && Clock is null)
            throw new ArgumentException("A shield with a budget needs a clock.");
    }
}
