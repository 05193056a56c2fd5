using ControlPlane.Policies.Capping;
using ControlPlane.Simulation.Scenarios.Files.Schema;

namespace ControlPlane.Simulation.Scenarios.Files.Fields;

/// <summary>The keys of a power cap.</summary>
internal static class PowerCapFields
{
    /// <summary>The cap.</summary>
    public static readonly Field<double> Limit = Field.Required("limit", new QuantityKind(Dimension.Power, "(0 W, 100000 MW]"), "The most power, sleeping GPUs included.");

    /// <summary>How clocks are lowered.</summary>
    public static readonly Field<CappingMode> By = Field.Default(
        "by",
        new ChoiceKind<CappingMode>([("greedy", CappingMode.Greedy), ("uniform", CappingMode.Uniform)]),
        "greedy",
        "'greedy': one job at a time, first where most power is saved for the speed lost. 'uniform': all jobs of a site together, one level at a time.");

    /// <summary>Looks.</summary>
    public static readonly Field<double> Every = Field.Default(
        "every", new QuantityKind(Dimension.Duration, "[1 s, 1 d]"), "20 s", "Time between looks at which clocks are given back; it is kept after each start too.");

    /// <summary>All keys.</summary>
    public static readonly SectionSchema Schema = new(
        "Power cap", "Under `power-cap`: clocks of running jobs are lowered while the fleet draws more, and given back while there is room.", [Limit, By, Every]);
}
