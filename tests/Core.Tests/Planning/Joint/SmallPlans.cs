using ControlPlane.Planning.Joint;
using ControlPlane.Planning.Joint.Generated;
using ControlPlane.Planning.Joint.Solving;
using ControlPlane.Planning.MixedInteger;

namespace ControlPlane.Core.Tests.Planning.Joint;

/// <summary>Small instances and the built-in solver, for tests of the joint plan.</summary>
internal static class SmallPlans
{
    public static JointPlannerOptions Exact { get; } = new() { RelativeGap = 1e-9, BillGap = 0, TimeLimit = TimeSpan.FromMinutes(2) };

    public static JointPlanner Planner(JointPlannerOptions? options = null) => new(new BranchAndBound(TimeProvider.System), options ?? Exact);

    public static JointInstance Small(long seed, int hours = 8, int sites = 2, int jobs = 3, int classes = 2, int slotsPerHour = 1, bool isTight = false, double valueFactor = 1) =>
        InstanceGenerator.Generate(new GeneratorSettings
        {
            Sites = sites,
            Hours = hours,
            Jobs = jobs,
            Classes = classes,
            SlotsPerHour = slotsPerHour,
            Seed = seed,
            IsTight = isTight,
            ValueFactor = valueFactor,
        });

    public static async Task<double> BenefitAsync(JointInstance instance) => (await Planner().PlanAsync(instance)).Account!.Money.BenefitUsd;

    /// <summary>A site without sun, battery and units, whose energy is bought.</summary>
    public static JointSite Plain(string name, double gpus, params double[] usdPerMwh) => new()
    {
        Name = name,
        Gpus = [.. usdPerMwh.Select(_ => gpus)],
        MwPerGpu = 0.001,
        IdleMw = 0.01,
        Pue = [.. usdPerMwh.Select(_ => 1.2)],
        ImportUsdPerMwh = usdPerMwh,
        ExportUsdPerMwh = [.. usdPerMwh.Select(_ => 0.0)],
        GridTPerMwh = [.. usdPerMwh.Select(_ => 0.4)],
        RenewableMw = [.. usdPerMwh.Select(_ => 0.0)],
        ImportMw = 10,
    };
}
