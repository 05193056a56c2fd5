using ControlPlane.Learning.Checkpoints;
using ControlPlane.Policies.Catalog;
using ControlPlane.Policies.Learned;
using ControlPlane.Policies.Telemetry;

namespace ControlPlane.Policies.Planned;

/// <summary>Makes the policy that obeys a fleet plan, for the catalogue.</summary>
internal static class PlannedPolicies
{
    /// <summary>Its name.</summary>
    public const string Name = "planned";

    /// <summary>The setting that says where a run begins in the plan.</summary>
    public const string Hour = "hour";

    /// <summary>Its settings.</summary>
    public static IReadOnlyList<PolicyParameter> Parameters { get; } =
    [
        new("budget", "1250", "Mean service time to keep, in seconds; 'plan' for that of the plan, 'none' for the least cost.", 1, 1e9, Unit: "s", Words: ["plan", "none"]),
        new("caps", "on", "Whether the plan's caps count beside its prices: 'on' or 'off'.", 1, 0, Words: ["on", "off"]),
        new(Hour, "0", "Hour of the plan at the host's time 0: where a run or a node begins in the plan.", -1e5, 1e5, Unit: "h"),
        MeasuredTables.Parameter,
        PolicyModel.Parameter,
    ];

    /// <summary>Makes it.</summary>
    /// <param name="settings">Its settings.</param>
    /// <param name="context">What it is made with.</param>
    /// <exception cref="ArgumentException">Its plan cannot be read, or is another fleet's.</exception>
    public static IPlacementPolicy Create(PolicySettings settings, PolicyContext context)
    {
        try
        {
            var plan = FleetPlan.Read(settings.Model.Bytes);
            plan.Require(context.Model);
            var terms = new PlanTerms(plan, context.Model, settings.Number(Hour), settings.Text("caps") == "on");
            return new PricedPolicy(context, null, BudgetS(settings, plan), MeasuredTables.IsOn(settings), terms);
        }
        catch (CheckpointException error)
        {
            throw new ArgumentException($"Policy 'planned': the plan '{settings.Model.Name}' cannot be used: {error.Message}", nameof(settings), error);
        }
    }

    private static double BudgetS(PolicySettings settings, FleetPlan plan) => settings.Text("budget") switch
    {
        "none" => double.PositiveInfinity,
        "plan" => plan.Terms.BudgetS ?? double.PositiveInfinity,
        _ => settings.Number("budget"),
    };
}
