namespace ControlPlane.Planning.Joint;

/// <summary>What a plan earns and costs, USD over the horizon; every cost is a positive number (compute-power-milp.md, section 1.4).</summary>
public sealed record PlanMoney
{
    /// <summary>Value of the jobs that run.</summary>
    public double JobsUsd { get; init; }

    /// <summary>What served inference earns.</summary>
    public double InferenceUsd { get; init; }

    /// <summary>Penalties of inference that is not served.</summary>
    public double UnservedUsd { get; init; }

    /// <summary>Penalties of serving less than the least share.</summary>
    public double ShortfallUsd { get; init; }

    /// <summary>What exported energy earns.</summary>
    public double ExportUsd { get; init; }

    /// <summary>What imported energy costs.</summary>
    public double ImportUsd { get; init; }

    /// <summary>Fuel, no-load hours and starts of units.</summary>
    public double UnitsUsd { get; init; }

    /// <summary>Wear of batteries.</summary>
    public double WearUsd { get; init; }

    /// <summary>Penalties of sun and wind that are not used.</summary>
    public double CurtailmentUsd { get; init; }

    /// <summary>The price of all emissions.</summary>
    public double CarbonUsd { get; init; }

    /// <summary>The price of emissions above the budget.</summary>
    public double CarbonSlackUsd { get; init; }

    /// <summary>What energy left in batteries is worth.</summary>
    public double EndUsd { get; init; }

    /// <summary>What the plan is judged by.</summary>
    public double BenefitUsd => JobsUsd + InferenceUsd - UnservedUsd - ShortfallUsd + EndUsd - EnergyBillUsd - CarbonSlackUsd;

    /// <summary>What energy and its carbon cost: the part that scheduling can lower without refusing work.</summary>
    public double EnergyBillUsd => ImportUsd - ExportUsd + UnitsUsd + WearUsd + CurtailmentUsd + CarbonUsd;
}
