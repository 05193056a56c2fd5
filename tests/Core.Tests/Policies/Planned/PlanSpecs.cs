using ControlPlane.Fleet;
using ControlPlane.Policies.Catalog;
using ControlPlane.Policies.Planned;

namespace ControlPlane.Core.Tests.Policies.Planned;

/// <summary>Fleet plans for tests.</summary>
internal static class PlanSpecs
{
    /// <summary>A plan of a fleet, its numbers by site and slot.</summary>
    public static FleetPlan Of(FleetModel fleet, double[][] mostGpus, double[][]? energyUsdPerKwh = null, double[][]? gpuUsdPerH = null, bool repeats = true, double[][]? batteryKw = null)
    {
        var slots = mostGpus[0].Length;
        double[][] Flat(double value) => [.. mostGpus.Select(_ => Enumerable.Repeat(value, slots).ToArray())];
        var (energy, gpu, battery) = (energyUsdPerKwh ?? Flat(0.1), gpuUsdPerH ?? Flat(0), batteryKw ?? Flat(0));
        return new FleetPlan(
            "small", FleetPlan.FleetOf(fleet), new FleetPlanTerms { Slots = slots, Repeats = repeats },
            [.. mostGpus.Select((most, s) => new FleetPlanSite(most, gpu[s], energy[s], battery[s]))]);
    }

    /// <summary>The policy that obeys a plan.</summary>
    public static PolicySpec Spec(FleetPlan plan, params (string Name, string Value)[] settings) =>
        new("planned", settings.ToDictionary(s => s.Name, s => s.Value)) { Model = new PolicyModel("test.plan", plan.ToBytes()) };
}
