namespace ControlPlane.Planning.Linear;

/// <summary>Reads a solution, in the programme's units, off the solver's state.</summary>
internal static class SolutionBuilder
{
    private const double ConflictTolerance = 1e-9;

    public static LinearSolution Build(LinearProgram program, SimplexState state, SimplexOutcome outcome, int iterations)
    {
        int n = state.Program.ColumnCount, m = state.RowCount;
        if (outcome != SimplexOutcome.Optimal) state.ComputeReduced();
        var values = new double[n];
        var reduced = new double[n];
        double objective = 0;
        for (int j = 0; j < n; j++)
        {
            values[j] = state.Program.UnscaleValue(j, state.Value[j]);
            reduced[j] = state.Program.UnscaleReduced(j, state.Reduced[j]);
            objective += program.Costs[j] * values[j];
        }

        var activities = new double[m];
        var duals = new double[m];
        for (int i = 0; i < m; i++)
        {
            activities[i] = state.Program.UnscaleValue(n + i, state.Value[n + i]);
            duals[i] = state.Program.UnscaleReduced(n + i, state.Reduced[n + i]);
        }

        double[] ray = outcome == SimplexOutcome.Infeasible ? UnscaledRay(state) : [];
        return new LinearSolution
        {
            Status = Status(outcome),
            Objective = objective,
            Values = values,
            RowActivities = activities,
            RowDuals = duals,
            ReducedCosts = reduced,
            Iterations = iterations,
            Basis = new SimplexBasis(state.Status.AsSpan(0, n), state.Status.AsSpan(n, m)),
            FarkasRay = ray,
            ConflictingRows = ConflictingRows(program, ray),
        };
    }

    private static double[] UnscaledRay(SimplexState state)
    {
        var ray = new double[state.RowCount];
        for (int i = 0; i < ray.Length; i++)
        {
            if (Math.Abs(state.Ray[i]) > ConflictTolerance) ray[i] = state.Program.UnscaleRowWeight(i, state.Ray[i]);
        }

        return ray;
    }

    private static List<string> ConflictingRows(LinearProgram program, double[] ray)
    {
        var names = new List<string>();
        for (int i = 0; i < ray.Length; i++)
        {
            if (ray[i] != 0) names.Add(program.RowName(i));
        }

        return names;
    }

    private static LinearStatus Status(SimplexOutcome outcome) => outcome switch
    {
        SimplexOutcome.Optimal => LinearStatus.Optimal,
        SimplexOutcome.Infeasible => LinearStatus.Infeasible,
        SimplexOutcome.Unbounded => LinearStatus.Unbounded,
        SimplexOutcome.IterationLimit => LinearStatus.IterationLimit,
        SimplexOutcome.Cancelled => LinearStatus.Cancelled,
        _ => LinearStatus.NumericalTrouble,
    };
}
