namespace ControlPlane.Simulation.Training;

/// <summary>What held-out runs measure, and by what models are compared.</summary>
/// <param name="Main">What counts first.</param>
/// <param name="Beside">What is shown beside it.</param>
/// <param name="Note">What the figures are, for tables.</param>
/// <param name="Best">What the best model has, in a few words.</param>
/// <param name="Explanation">The same for reports, at length.</param>
/// <param name="Sum">Heading of the chart of the sum, where models are compared by the sum of both; null where they are by <paramref name="Main"/>.</param>
public sealed record HeldOutKind(HeldOutFigure Main, HeldOutFigure Beside, string Note, string Best, string Explanation, string? Sum = null)
{
    /// <summary>Of placements: energy above the frontier and time over budget. A percent of the budget counts like one of energy.</summary>
    public static HeldOutKind Placement { get; } = new(
        new("above frontier", "held_out_above_frontier_percent", "%", "above the frontier", "Held-out energy above the frontier"),
        new("over budget", "held_out_over_budget_percent", "%", "over budget", "Held-out time over budget"),
        "Held-out runs of the best model: energy per true unit above the frontier at the realised service time, and service and waiting above the budget.",
        "the least sum",
        "Now and then the model decides in runs with seeds of their own, at several budgets of the mean service time and several loads. **Above the frontier** is the energy per unit of true work "
        + "above the least that is possible at the service time that came about; **over budget** is by how much service and waiting took longer than asked for. The best model is that with the "
        + "least sum of the two.",
        "The sum, by which models are compared");

    /// <summary>Of generation jobs: utility and late jobs.</summary>
    public static HeldOutKind Generation { get; } = new(
        new("utility", "held_out_utility_usd", "USD", "utility of a day", "Held-out utility of a day", IsMoreBetter: true),
        new("late", "held_out_late_percent", "%", "late", "Held-out jobs that are late"),
        "Held-out days of the best model: mean utility of a day, and share of the jobs that were not answered in time.",
        "the most utility",
        "Now and then the model decides on days that it never learns from, the same in every training. **Utility** is what users pay less penalties, energy and transfers, the mean of these days; "
        + "**late** is the share of the jobs that were not answered in time. The best model is that with the most utility.")
    {
        Figures = " Utility and late percent are of the day that was learned from, under the policy that learns and explores.",
    };

    /// <summary>What to add about the numbers of rounds in reports.</summary>
    public string Figures { get; init; } = "";

    /// <summary>A result.</summary>
    /// <param name="main">The main figure.</param>
    /// <param name="beside">The one beside it.</param>
    public HeldOutResult Of(double main, double beside) => new(main, beside, Sum is not null ? main + beside : Main.IsMoreBetter ? -main : main);
}
