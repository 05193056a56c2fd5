namespace ControlPlane.Planning.Linear;

/// <summary>
/// The working state both simplex methods share: basis, values, reduced costs, and copies of bounds and costs that may be
/// perturbed against degeneracy.
/// </summary>
internal sealed class SimplexState
{
    private double[] _work = [];

    public ScaledProgram Program { get; } = new();

    public BasisFactor Factor { get; } = new();

    public int RowCount => Program.RowCount;

    public int TotalCount => Program.TotalCount;

    /// <summary>The basic variable at each position; positions are pivot rows.</summary>
    public int[] Head { get; private set; } = [];

    public VariableStatus[] Status { get; private set; } = [];

    public double[] Value { get; private set; } = [];

    public double[] Reduced { get; private set; } = [];

    public double[] Lower { get; private set; } = [];

    public double[] Upper { get; private set; } = [];

    public double[] Cost { get; private set; } = [];

    /// <summary>Row weights that prove infeasibility, in scaled rows.</summary>
    public double[] Ray { get; private set; } = [];

    public bool BoundsShifted { get; private set; }

    public bool CostsShifted { get; set; }

    /// <summary>Takes a programme and a starting basis; without one, the logicals are basic.</summary>
    public void Load(LinearProgram program, bool scale, SimplexBasis? start)
    {
        Program.Load(program, scale);
        if (Status.Length != TotalCount)
        {
            (Status, Value, Reduced) = (new VariableStatus[TotalCount], new double[TotalCount], new double[TotalCount]);
            (Lower, Upper, Cost) = (new double[TotalCount], new double[TotalCount], new double[TotalCount]);
        }

        if (Head.Length != RowCount) (Head, _work, Ray) = (new int[RowCount], new double[RowCount], new double[RowCount]);
        RestoreBounds();
        RestoreCosts();
        LoadStatus(start);
        LoadHead();
    }

    /// <summary>Factorises the basis afresh and recomputes the basic values.</summary>
    public void Refactor()
    {
        if (Factor.Factorize(Program, Head) > 0) DemoteReplaced();
        ComputePrimals();
    }

    /// <summary>The basic values from the nonbasic ones.</summary>
    public void ComputePrimals()
    {
        Array.Clear(_work);
        for (int j = 0; j < TotalCount; j++)
        {
            if (Status[j] != VariableStatus.Basic && Value[j] != 0) AddColumn(j, -Value[j], _work);
        }

        Factor.Ftran(_work);
        for (int i = 0; i < RowCount; i++) Value[Head[i]] = _work[i];
    }

    /// <summary>All reduced costs from the working costs.</summary>
    public void ComputeReduced()
    {
        for (int i = 0; i < RowCount; i++) _work[i] = Cost[Head[i]];
        Factor.Btran(_work);
        PriceOut(_work, Cost);
    }

    /// <summary>Reduced costs <c>cost - duals' A</c>; costs of zero when null. Basic variables get exact zeros.</summary>
    public void PriceOut(double[] duals, double[]? cost)
    {
        int n = Program.ColumnCount;
        int[] start = Program.ColumnStart, row = Program.RowIndex;
        double[] value = Program.ColumnValue;
        for (int j = 0; j < n; j++)
        {
            double sum = cost is null ? 0 : cost[j];
            for (int k = start[j]; k < start[j + 1]; k++) sum -= duals[row[k]] * value[k];
            Reduced[j] = sum;
        }

        for (int i = 0; i < RowCount; i++) Reduced[n + i] = (cost is null ? 0 : cost[n + i]) + duals[i];
        for (int i = 0; i < RowCount; i++) Reduced[Head[i]] = 0;
    }

    /// <summary>work += factor x the variable's column.</summary>
    public void AddColumn(int variable, double factor, double[] work)
    {
        int n = Program.ColumnCount;
        if (variable >= n)
        {
            work[variable - n] -= factor;
            return;
        }

        for (int k = Program.ColumnStart[variable]; k < Program.ColumnStart[variable + 1]; k++)
            work[Program.RowIndex[k]] += factor * Program.ColumnValue[k];
    }

    /// <summary>Makes a variable basic in place of the one at a position, which stays at the given bound.</summary>
    public void Pivot(int entering, int position, bool leavesAtUpper, double[] column)
    {
        int leaving = Head[position];
        Value[leaving] = leavesAtUpper ? Upper[leaving] : Lower[leaving];
        Status[leaving] = leavesAtUpper ? VariableStatus.AtUpper : VariableStatus.AtLower;
        Status[entering] = VariableStatus.Basic;
        Head[position] = entering;
        Factor.Update(column, position);
    }

    public bool IsPrimalFeasible(double tolerance)
    {
        foreach (int j in Head)
        {
            if (Value[j] < Lower[j] - tolerance || Value[j] > Upper[j] + tolerance) return false;
        }

        return true;
    }

    /// <summary>Whether moving a nonbasic variable off its bound would lower the objective.</summary>
    public bool IsAttractive(int variable, double tolerance)
    {
        double reduced = Reduced[variable];
        if (Math.Abs(reduced) <= tolerance || Lower[variable] == Upper[variable]) return false;
        return Status[variable] switch
        {
            VariableStatus.AtLower => reduced < 0,
            VariableStatus.AtUpper => reduced > 0,
            VariableStatus.Free => true,
            _ => false,
        };
    }

    /// <summary>Whether every attractive variable could simply sit at its other bound.</summary>
    public bool IsDualFeasibleAfterFlips(double tolerance)
    {
        for (int j = 0; j < TotalCount; j++)
        {
            if (IsAttractive(j, tolerance) && double.IsInfinity(Upper[j] - Lower[j])) return false;
        }

        return true;
    }

    /// <summary>Moves a boxed nonbasic variable to its other bound; basic values are the caller's to update.</summary>
    /// <returns>The change of its value.</returns>
    public double Flip(int variable)
    {
        double before = Value[variable];
        bool toUpper = Status[variable] == VariableStatus.AtLower;
        Status[variable] = toUpper ? VariableStatus.AtUpper : VariableStatus.AtLower;
        Value[variable] = toUpper ? Upper[variable] : Lower[variable];
        return Value[variable] - before;
    }

    /// <summary>Widens the bounds of basic variables by small pseudo-random amounts, which breaks ties of the ratio test.</summary>
    public void PerturbBasicBounds(double size)
    {
        foreach (int j in Head)
        {
            Lower[j] -= Perturbation.Fraction(j) * size * (1 + Math.Abs(Lower[j]));
            Upper[j] += Perturbation.Fraction(j + TotalCount) * size * (1 + Math.Abs(Upper[j]));
        }

        BoundsShifted = true;
    }

    /// <summary>Takes bound perturbations back and puts nonbasic variables on their true bounds.</summary>
    public void RestoreBounds()
    {
        Program.Lower.CopyTo(Lower, 0);
        Program.Upper.CopyTo(Upper, 0);
        BoundsShifted = false;
        for (int j = 0; j < TotalCount; j++) Settle(j);
    }

    /// <summary>Takes cost perturbations back.</summary>
    public void RestoreCosts()
    {
        Program.Cost.CopyTo(Cost, 0);
        CostsShifted = false;
    }

    private void LoadStatus(SimplexBasis? start)
    {
        int n = Program.ColumnCount;
        for (int j = 0; j < n; j++)
            Status[j] = start is not null && j < start.Columns.Length ? start.Columns[j] : VariableStatus.AtLower;
        for (int i = 0; i < RowCount; i++)
            Status[n + i] = start is not null && i < start.Rows.Length ? start.Rows[i] : VariableStatus.Basic;
        for (int j = 0; j < TotalCount; j++) Settle(j);
    }

    private void LoadHead()
    {
        int count = 0;
        for (int j = 0; j < TotalCount; j++)
        {
            if (Status[j] != VariableStatus.Basic) continue;
            if (count == RowCount) throw new ArgumentException("The starting basis belongs to another programme: too many basic variables.");
            Head[count++] = j;
        }

        if (count < RowCount) throw new ArgumentException("The starting basis belongs to another programme: too few basic variables.");
    }

    /// <summary>Nonbasic variables that lost their place to a logical in a singular basis.</summary>
    private void DemoteReplaced()
    {
        Span<VariableStatus> status = Status;
        for (int j = 0; j < TotalCount; j++)
        {
            if (status[j] == VariableStatus.Basic) status[j] = VariableStatus.AtLower;
        }

        foreach (int j in Head) status[j] = VariableStatus.Basic;
        for (int j = 0; j < TotalCount; j++) Settle(j);
    }

    /// <summary>Gives a nonbasic variable a bound that exists and the value of that bound.</summary>
    private void Settle(int j)
    {
        if (Status[j] == VariableStatus.Basic) return;
        bool hasLower = !double.IsInfinity(Lower[j]), hasUpper = !double.IsInfinity(Upper[j]);
        Status[j] = (Status[j], hasLower, hasUpper) switch
        {
            (_, false, false) => VariableStatus.Free,
            (VariableStatus.AtUpper, _, true) or (_, false, true) => VariableStatus.AtUpper,
            _ => VariableStatus.AtLower,
        };
        Value[j] = Status[j] switch
        {
            VariableStatus.AtLower => Lower[j],
            VariableStatus.AtUpper => Upper[j],
            _ => 0,
        };
    }
}
