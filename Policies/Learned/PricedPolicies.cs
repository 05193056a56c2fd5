using ControlPlane.Learning.Checkpoints;
using ControlPlane.Policies.Catalog;
using ControlPlane.Policies.Telemetry;

namespace ControlPlane.Policies.Learned;

/// <summary>Makes the policies that decide by prices, for the catalogue.</summary>
internal static class PricedPolicies
{
    private static readonly PolicyParameter Budget =
        new("budget", "1250", "Mean service time to keep, in seconds; 'none' for the least energy.", 1, 1e9, Unit: "s", Words: ["none"]);

    /// <summary>Settings of the rule.</summary>
    public static IReadOnlyList<PolicyParameter> RuleParameters { get; } = [Budget, MeasuredTables.Parameter];

    /// <summary>Settings of the learned policy.</summary>
    public static IReadOnlyList<PolicyParameter> LearnedParameters { get; } = [Budget, MeasuredTables.Parameter, PolicyModel.Parameter];

    /// <summary>The rule: nothing is learned but the price of time.</summary>
    public static IPlacementPolicy Rule(PolicySettings settings, PolicyContext context) => new PricedPolicy(context, null, BudgetS(settings), MeasuredTables.IsOn(settings));

    /// <summary>The learned policy.</summary>
    /// <exception cref="ArgumentException">Its model cannot be read, or is another fleet's.</exception>
    public static IPlacementPolicy Learned(PolicySettings settings, PolicyContext context)
    {
        try
        {
            var model = LearnedModels.Read(settings.Model.Bytes);
            return model is PricedModel priced ? new PricedPolicy(context, priced, BudgetS(settings), MeasuredTables.IsOn(settings)) : model.Decide(context, BudgetS(settings));
        }
        catch (CheckpointException error)
        {
            throw new ArgumentException($"Policy 'chsac': the model '{settings.Model.Name}' cannot be used: {error.Message}", nameof(settings), error);
        }
    }

    private static double BudgetS(PolicySettings settings) => settings.Text("budget") == "none" ? double.PositiveInfinity : settings.Number("budget");
}
