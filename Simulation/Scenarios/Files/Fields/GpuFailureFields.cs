using ControlPlane.Simulation.Scenarios.Files.Schema;
using ControlPlane.Simulation.Scenarios.Files.Yaml;

namespace ControlPlane.Simulation.Scenarios.Files.Fields;

/// <summary>The keys of a failure process.</summary>
internal static class GpuFailureFields
{
    private static readonly QuantityKind Mean = new(Dimension.Duration, "[1 s, 36600 d]");

    /// <summary>The site.</summary>
    public static readonly Field<YamlScalar> Site = Field.Required("site", new NameKind(), "A site, or all; each site at most once.");

    /// <summary>Working time.</summary>
    public static readonly Field<double> MeanTimeBetweenFailures =
        Field.Required("mean-time-between-failures", Mean, "Mean working time of one GPU.");

    /// <summary>Repair time.</summary>
    public static readonly Field<double> MeanTimeToRepair = Field.Required("mean-time-to-repair", Mean, "Mean time until a failed GPU works again.");

    /// <summary>All keys.</summary>
    public static readonly SectionSchema Schema = new(
        "GPU failures",
        "Under `gpu-failures`: each GPU of the site fails after exponential times and is repaired after exponential times.",
        [Site, MeanTimeBetweenFailures, MeanTimeToRepair]);
}
