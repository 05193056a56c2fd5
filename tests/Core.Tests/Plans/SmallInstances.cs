using ControlPlane.Planning.Joint;
using ControlPlane.Planning.Joint.Generated;
using ControlPlane.Planning.Joint.Solving;

namespace ControlPlane.Core.Tests.Plans;

/// <summary>Instances and plans that take no time.</summary>
internal static class SmallInstances
{
    public static JointInstance Generated { get; } = InstanceGenerator.Generate(new GeneratorSettings { Sites = 2, Hours = 8, Jobs = 4, Classes = 2, CarbonBudgetT = 50 });

    /// <summary>The greedy plan with its prices.</summary>
    public static JointResult Plan(JointInstance instance) => new JointPlanner(solver: null).PlanAsync(instance).GetAwaiter().GetResult();
}
