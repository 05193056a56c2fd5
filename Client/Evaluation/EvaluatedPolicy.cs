using ControlPlane.Policies.Catalog;

namespace ControlPlane.Client.Evaluation;

/// <summary>A policy with a budget, or one that takes none.</summary>
/// <param name="Name">Its name in tables.</param>
/// <param name="BudgetS">Mean service time to keep, s; infinite for the least energy, null for a policy that takes none.</param>
/// <param name="Spec">The policy.</param>
internal sealed record EvaluatedPolicy(string Name, double? BudgetS, PolicySpec Spec)
{
    private const string Budget = "budget";

    /// <summary>A policy at every budget; once where it takes none, or has one already.</summary>
    /// <param name="name">Its name in tables.</param>
    /// <param name="spec">The policy.</param>
    /// <param name="budgetsS">The budgets, s; null for none.</param>
    public static IEnumerable<EvaluatedPolicy> At(string name, PolicySpec spec, IReadOnlyList<double?> budgetsS)
    {
        if (spec.Settings.ContainsKey(Budget) || PolicyCatalog.Find(spec.Name)?.Parameters.Any(p => p.Name == Budget) != true)
            return [new(name, null, spec)];
        return budgetsS.Select(b => new EvaluatedPolicy(
            name, b ?? double.PositiveInfinity, spec with { Settings = new Dictionary<string, string>(spec.Settings) { [Budget] = b is { } seconds ? $"{seconds:R}" : "none" } }));
    }
}
