using ControlPlane.Planning.Linear;

namespace ControlPlane.Planning.Frontier;

/// <summary>
/// The frontier as a linear programme. Variables: the work rate of every site and operating point. Rows: the load (=), the work-weighted
/// service time (&lt;=), and one capacity row per site (&lt;=). The objective is the power above the sleeping fleet, W.
/// </summary>
internal sealed class FrontierModel
{
    private const int LoadRow = 0;
    private const int ServiceRow = 1;
    private const int FirstCapacityRow = 2;

    public FrontierModel(FrontierProblem problem)
    {
        Problem = problem;
        Program.AddRowEqual(problem.LoadUnitsPerS, "load");
        Program.AddRowAtMost(double.PositiveInfinity, "mean service time");
        foreach (FrontierSite site in problem.Sites)
            Program.AddRowAtMost(problem.Utilisation * site.Gpus, $"capacity of {site.Name}");

        for (int s = 0; s < problem.Sites.Count; s++)
        {
            FrontierSite site = problem.Sites[s];
            foreach (OperatingPoint point in site.Points)
            {
                Program.AddColumn(Cost(site, point), 0, double.PositiveInfinity,
                    [(LoadRow, 1.0), (ServiceRow, point.SecondsPerUnit), (FirstCapacityRow + s, point.GpuSecondsPerUnit)]);
            }
        }
    }

    public LinearProgram Program { get; } = new();

    public FrontierProblem Problem { get; private set; }

    /// <summary>Turns the programme into that of another problem of the same shape; false, unchanged, when the shapes differ.</summary>
    public bool TryUpdate(FrontierProblem problem)
    {
        if (ReferenceEquals(problem, Problem)) return true;
        if (!HasShapeOf(problem)) return false;
        Problem = problem;
        Program.SetRowBounds(LoadRow, problem.LoadUnitsPerS, problem.LoadUnitsPerS);
        int column = 0;
        for (int s = 0; s < problem.Sites.Count; s++)
        {
            FrontierSite site = problem.Sites[s];
            Program.SetRowBounds(FirstCapacityRow + s, double.NegativeInfinity, problem.Utilisation * site.Gpus);
            foreach (OperatingPoint point in site.Points) UpdateColumn(column++, FirstCapacityRow + s, Cost(site, point), point);
        }

        return true;
    }

    /// <summary>Sets the mean service time allowed, s; null for none.</summary>
    public void SetBudget(double? budgetS)
    {
        double limit = budgetS is { } tau ? tau * Problem.LoadUnitsPerS / Problem.MeanSizeUnits : double.PositiveInfinity;
        Program.SetRowBounds(ServiceRow, double.NegativeInfinity, limit);
    }

    /// <summary>Makes seconds per unit the objective, or again power.</summary>
    public void MinimiseServiceTime(bool serviceTime)
    {
        int column = 0;
        foreach (FrontierSite site in Problem.Sites)
        {
            foreach (OperatingPoint point in site.Points)
                Program.SetCost(column++, serviceTime ? point.SecondsPerUnit : Cost(site, point));
        }
    }

    /// <summary>Mean service time of a solution, s.</summary>
    public double MeanServiceTimeS(LinearSolution solution) =>
        Problem.MeanSizeUnits * solution.RowActivities[ServiceRow] / Problem.LoadUnitsPerS;

    /// <summary>The frontier point of an optimal solution.</summary>
    public FrontierPoint Read(LinearSolution solution, double? budgetS)
    {
        var rates = new List<WorkRate>(Program.RowCount);
        var sites = new SiteLoad[Problem.Sites.Count];
        int column = 0;
        for (int s = 0; s < sites.Length; s++)
        {
            FrontierSite site = Problem.Sites[s];
            double unitsPerS = 0;
            for (int k = 0; k < site.Points.Count; k++)
            {
                double rate = solution.Values[column++];
                if (rate <= 0) continue;
                unitsPerS += rate;
                rates.Add(new WorkRate(s, k, site.Points[k], rate));
            }

            double busy = solution.RowActivities[FirstCapacityRow + s];
            sites[s] = new SiteLoad(site.Name, unitsPerS, busy, site.Gpus > 0 ? busy / site.Gpus : double.NaN, Price(solution.RowDuals[FirstCapacityRow + s]));
        }

        double servicePrice = Price(solution.RowDuals[ServiceRow]) / Problem.MeanSizeUnits;
        return new FrontierPoint
        {
            BudgetS = budgetS,
            EnergyPerUnitJ = (Problem.SleepPowerW + solution.Objective) / Problem.LoadUnitsPerS,
            MeanServiceTimeS = MeanServiceTimeS(solution),
            ServiceTimePriceJPerUnitS = servicePrice,

            // More load also widens the service row, whose right-hand side is budget x load / mean size.
            MarginalEnergyPerUnitJ = solution.RowDuals[LoadRow] - servicePrice * (budgetS ?? 0),
            WorkRates = rates,
            Sites = sites,
            Iterations = solution.Iterations,
        };
    }

    /// <summary>Energy per unit above that of the same GPUs asleep, J.</summary>
    private static double Cost(FrontierSite site, OperatingPoint point) => point.EnergyPerUnitJ - site.SleepW * point.GpuSecondsPerUnit;

    /// <summary>The price of a limit from the dual of its row, which is never positive; the subtraction avoids a negative zero.</summary>
    private static double Price(double dual) => 0 - dual;

    private bool HasShapeOf(FrontierProblem problem)
    {
        if (problem.Sites.Count != Problem.Sites.Count) return false;
        for (int s = 0; s < problem.Sites.Count; s++)
        {
            if (problem.Sites[s].Points.Count != Problem.Sites[s].Points.Count) return false;
        }

        return true;
    }

    /// <summary>Touches only what changed: an unchanged matrix need not be scaled again.</summary>
    private void UpdateColumn(int column, int capacityRow, double cost, OperatingPoint point)
    {
        Program.SetCost(column, cost);
        ReadOnlySpan<double> old = Program.ColumnCoefficients(column);
        bool serviceChanged = old[1] != point.SecondsPerUnit, capacityChanged = old[2] != point.GpuSecondsPerUnit;
        if (serviceChanged) Program.SetCoefficient(column, ServiceRow, point.SecondsPerUnit);
        if (capacityChanged) Program.SetCoefficient(column, capacityRow, point.GpuSecondsPerUnit);
    }
}
