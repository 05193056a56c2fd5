namespace ControlPlane.Planning.Joint.Solving;

/// <summary>A joint plan with what is known about it.</summary>
public sealed record JointResult
{
    /// <summary>What was planned.</summary>
    public required PlanVariant Variant { get; init; }

    /// <summary>The plan; null where none was found or there is none.</summary>
    public JointPlan? Plan { get; init; }

    /// <summary>Its replay, without violations; null without a plan.</summary>
    public PlanAccount? Account { get; init; }

    /// <summary>What no plan can earn more than, USD; infinite where nothing is proved.</summary>
    public double BoundUsd { get; init; } = double.PositiveInfinity;

    /// <summary>What solved it, as in "CBC 2.10.8".</summary>
    public required string Solver { get; init; }

    /// <summary>Wall-clock time of all solves.</summary>
    public TimeSpan Time { get; init; }

    /// <summary>What things are worth at the margin; null where it was not worked out.</summary>
    public PlanPrices? Prices { get; init; }

    /// <summary>The solves on the way.</summary>
    public IReadOnlyList<PlanStage> Stages { get; init; } = [];

    /// <summary>What a reader should know; null where there is nothing.</summary>
    public string? Message { get; init; }

    /// <summary>Where there is no plan: the rules that cannot be kept together, in plain words.</summary>
    public IReadOnlyList<string> Conflicts { get; init; } = [];

    /// <summary>How far the plan can be from the best one, USD; infinite where nothing is proved.</summary>
    public double GapUsd => Account is { } account ? Math.Max(0, BoundUsd - account.Money.BenefitUsd) : double.PositiveInfinity;

    /// <summary>The gap as a share of the benefit.</summary>
    public double Gap => Account is { } account ? GapUsd / Math.Max(Math.Abs(account.Money.BenefitUsd), 1e-9) : double.PositiveInfinity;
}
