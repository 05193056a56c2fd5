namespace ControlPlane.Planning.Linear;

/// <summary>Checks a solution against the programme alone: primal and dual feasibility, complementary slackness, duality gap.</summary>
public static class OptimalityCheck
{
    /// <summary>The residuals of a solution; trusts nothing but its values and row duals.</summary>
    public static OptimalityReport Of(LinearProgram program, LinearSolution solution)
    {
        ArgumentNullException.ThrowIfNull(program);
        ArgumentNullException.ThrowIfNull(solution);
        var activity = new double[program.RowCount];
        var activitySize = new double[program.RowCount];
        var residuals = new Residuals();
        for (int j = 0; j < program.ColumnCount; j++)
        {
            double value = solution.Values[j];
            double reduced = program.Costs[j], reducedSize = Math.Abs(program.Costs[j]);
            ReadOnlySpan<int> rows = program.ColumnRows(j);
            ReadOnlySpan<double> coefficients = program.ColumnCoefficients(j);
            for (int k = 0; k < rows.Length; k++)
            {
                double priced = coefficients[k] * solution.RowDuals[rows[k]];
                reduced -= priced;
                reducedSize += Math.Abs(priced);
                activity[rows[k]] += coefficients[k] * value;
                activitySize[rows[k]] += Math.Abs(coefficients[k] * value);
            }

            residuals.AddCost(program.Costs[j] * value);
            residuals.AddReducedError(reduced - solution.ReducedCosts[j], reducedSize);
            residuals.Add(value, Math.Abs(value), program.ColumnLowers[j], program.ColumnUppers[j], reduced, reducedSize);
        }

        for (int i = 0; i < activity.Length; i++)
        {
            double dual = solution.RowDuals[i];
            residuals.Add(activity[i], activitySize[i], program.RowLowers[i], program.RowUppers[i], dual, Math.Abs(dual));
        }

        return residuals.Report();
    }

    private struct Residuals
    {
        private double _primal;
        private double _dual;
        private double _complementarity;
        private double _cost;
        private double _costSize;
        private double _dualObjective;

        public void AddCost(double cost)
        {
            _cost += cost;
            _costSize += Math.Abs(cost);
        }

        public void AddReducedError(double error, double size) => _dual = Math.Max(_dual, Math.Abs(error) / (1 + size));

        /// <summary>One variable or row activity with its bounds and the price of the bound: positive prices the lower one.</summary>
        public void Add(double value, double valueSize, double lower, double upper, double price, double priceSize)
        {
            double miss = Math.Max(lower - value, value - upper);
            if (miss > 0) _primal = Math.Max(_primal, miss / (1 + valueSize));

            double bound = price > 0 ? lower : upper;
            if (double.IsInfinity(bound))
            {
                _dual = Math.Max(_dual, Math.Abs(price) / (1 + priceSize));
                return;
            }

            if (price == 0) return;
            double gap = Math.Abs(price * (value - bound));
            _complementarity = Math.Max(_complementarity, gap / ((1 + valueSize + Math.Abs(bound)) * (1 + priceSize)));
            _dualObjective += price * bound;
        }

        public readonly OptimalityReport Report() =>
            new(_primal, _dual, _complementarity, Math.Abs(_cost - _dualObjective) / (1 + _costSize));
    }
}
