using System.CommandLine;
using ControlPlane.Client.Planning;
using ControlPlane.Planning.Joint.Solving;
using ControlPlane.Solvers;

namespace ControlPlane.Client.Inputs;

/// <summary>The options that say how to plan.</summary>
internal sealed class PlannerInput
{
    private const double MostLimitS = 86_400;

    private static readonly (JointMethod, string)[] Methods =
        [(JointMethod.Automatic, "automatic"), (JointMethod.Whole, "whole"), (JointMethod.HoursFirst, "hours-first"), (JointMethod.Greedy, "greedy")];

    private readonly Option<string?> _solver = new("--solver")
    {
        HelpName = "NAME",
        Description = $"Solver of whole numbers: {string.Join(", ", SolverChoice.Names)} (default: auto, the best that is there).",
    };

    private readonly Option<double?> _limit = TimeInput.Option("--time-limit", 0.001, MostLimitS, "Most time of all solves of a plan, such as 30s or 5m (default: 60s).");
    private readonly Option<double?> _gap = Quantity.FromZero("--gap", 1, "Relative gap of the benefit that is good enough (default: 0.0001).");
    private readonly Option<string?> _method = new("--method")
    {
        HelpName = "M",
        Description = "automatic, whole (one programme), hours-first (by the hour, then fixed and polished) or greedy (default: automatic).",
    };

    /// <summary>The options.</summary>
    public IReadOnlyList<Option> All => [_solver, _limit, _gap, _method];

    /// <summary>What plans.</summary>
    /// <param name="result">The command line.</param>
    /// <param name="wantsPrices">Whether prices are worked out.</param>
    public JointPlanner Read(ParseResult result, bool wantsPrices = true)
    {
        var usual = new JointPlannerOptions();
        var options = usual with
        {
            TimeLimit = result.GetValue(_limit) is { } limitS ? TimeSpan.FromSeconds(limitS) : usual.TimeLimit,
            RelativeGap = result.GetValue(_gap) ?? usual.RelativeGap,
            Method = ChoiceInput.Read(_method.Name, result.GetValue(_method) ?? "automatic", Methods),
            WantsPrices = wantsPrices,
        };
        return new JointPlanner(SolverChoice.Get(result.GetValue(_solver) ?? SolverCatalog.Auto), options);
    }
}
