namespace ControlPlane.Planning.Joint;

/// <summary>What follows from a plan, as <see cref="PlanReplay"/> worked it out.</summary>
public sealed record PlanAccount
{
    /// <summary>Earnings and costs.</summary>
    public required PlanMoney Money { get; init; }

    /// <summary>
    /// The benefit slot by slot, USD; their sum is that of <see cref="Money"/> where no rule is broken. A job's value comes in equal parts over the slots in which it runs, what is left in
    /// batteries at the end, and what is above the carbon budget when it is emitted.
    /// </summary>
    public required IReadOnlyList<double> BenefitUsd { get; init; }

    /// <summary>Jobs that run.</summary>
    public required int JobsRun { get; init; }

    /// <summary>All jobs.</summary>
    public required int JobsOffered { get; init; }

    /// <summary>Inference asked for, GPU-hours.</summary>
    public required double DemandGpuH { get; init; }

    /// <summary>Inference that is not served, GPU-hours.</summary>
    public required double UnservedGpuH { get; init; }

    /// <summary>Emissions of grid and units, tCO2.</summary>
    public required double EmissionsT { get; init; }

    /// <summary>Emissions above the budget, tCO2.</summary>
    public required double OverBudgetT { get; init; }

    /// <summary>Sun and wind that is not used, MWh.</summary>
    public required double CurtailedMwh { get; init; }

    /// <summary>Every site's load and store.</summary>
    public required IReadOnlyList<SiteAccount> Sites { get; init; }

    /// <summary>Rules that the plan breaks; empty for a plan that can be carried out.</summary>
    public required IReadOnlyList<PlanViolation> Violations { get; init; }
}
