using ControlPlane.Planning.Joint.Solving;

namespace ControlPlane.Simulation.Plans;

/// <summary>What plans are called on the command line, in files and in reports.</summary>
public static class VariantNames
{
    /// <summary>All, in the order in which they are shown.</summary>
    public static IReadOnlyList<(PlanVariant Variant, string Name)> All { get; } =
    [
        (PlanVariant.Joint, "joint"), (PlanVariant.NoBattery, "no-battery"), (PlanVariant.NoRouting, "no-routing"), (PlanVariant.NoCarbon, "no-carbon"),
        (PlanVariant.ComputeOnly, "compute-only"), (PlanVariant.EnergyOnly, "energy-only"),
    ];

    /// <summary>The name of a plan.</summary>
    /// <param name="variant">What is planned.</param>
    public static string Of(PlanVariant variant) => All.First(x => x.Variant == variant).Name;

    /// <summary>What a plan leaves out, in a few words.</summary>
    /// <param name="variant">What is planned.</param>
    public static string Summary(PlanVariant variant) => variant switch
    {
        PlanVariant.Joint => "work and energy together",
        PlanVariant.NoBattery => "batteries stand still",
        PlanVariant.NoRouting => "inference is served where it arises",
        PlanVariant.NoCarbon => "neither price nor budget of carbon counts",
        PlanVariant.ComputeOnly => "work against one flat price; then sun, wind and grid",
        _ => "jobs first come, first served; then energy",
    };
}
