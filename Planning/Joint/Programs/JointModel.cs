using ControlPlane.Planning.Linear;
using ControlPlane.Planning.MixedInteger;

namespace ControlPlane.Planning.Joint.Programs;

/// <summary>
/// The joint plan as a mixed-integer programme (compute-power-milp.md, sections 1.3 to 1.5): starts of jobs at a place and slot, only where window and site allow them; the GPUs that
/// run them as sums over the windows of starts, so that they run at one site without a break; routes to sites that are near enough; and energy. It minimises cost less earnings:
/// <c>benefit = <see cref="ConstantUsd"/> - c'x</c>. That import and export, and charging and discharging, exclude one another takes binaries only where they are asked for.
/// </summary>
public sealed class JointModel
{
    private readonly ComputeColumns _compute;
    private readonly EnergyColumns _energy;
    private readonly JointRows _rows;
    private readonly PlanColumns _columns;

    /// <summary>Builds the programme of an instance.</summary>
    /// <param name="instance">The instance.</param>
    /// <param name="settings">What is given and what is open; null for everything open.</param>
    /// <exception cref="ArgumentException">The instance is not allowed.</exception>
    public JointModel(JointInstance instance, JointSettings? settings = null)
        : this(settings ?? new JointSettings(), Checked(instance))
    {
    }

    private JointModel(JointSettings settings, JointInstance instance)
    {
        (Instance, Settings) = (instance, settings);
        IReadOnlyList<JobChoices> choices = Settings.Choices ?? [.. instance.Jobs.Select(JobChoices.All)];
        Program = new MixedIntegerProgram { Name = instance.Name };
        _rows = new JointRows(Program.Linear, instance, choices);
        var exclusions = new ExclusionRows(Program.Linear, instance, Settings);
        var writer = new ColumnWriter(Program, instance.Slots, Settings.IsRelaxed);
        _compute = new ComputeColumns(instance, _rows, writer, choices, Settings);
        _energy = new EnergyColumns(instance, _rows, writer, exclusions, Settings);
        exclusions.AddBinaries(writer);
        _columns = new PlanColumns(instance, Program, _compute, _energy, exclusions);
        ConstantUsd = -instance.Sites.Sum(site => instance.SlotHours * site.CurtailUsdPerMwh * site.RenewableMw.Sum());
    }

    /// <summary>What is planned for.</summary>
    public JointInstance Instance { get; }

    /// <summary>What is given and what is open.</summary>
    public JointSettings Settings { get; }

    /// <summary>The programme.</summary>
    public MixedIntegerProgram Program { get; }

    /// <summary>Benefit that no decision changes, USD.</summary>
    public double ConstantUsd { get; }

    /// <summary>The benefit of an objective, USD.</summary>
    /// <param name="objective">c'x of a point, or a bound on it.</param>
    public double BenefitUsd(double objective) => ConstantUsd - objective;

    /// <summary>The decisions of a point.</summary>
    /// <param name="values">Value of every column.</param>
    public JointPlan Read(IReadOnlyList<double> values) => _columns.Read(values);

    /// <summary>The point of a plan, to begin a solve with.</summary>
    /// <param name="plan">A plan for this instance.</param>
    /// <param name="account">Its replay.</param>
    public double[] Write(JointPlan plan, PlanAccount account) => _columns.Write(plan, account);

    /// <summary>
    /// Solves the programme without its whole numbers, for one in which they are given. Where the solution imports and exports, or charges and discharges, at once, the smaller of the two
    /// is kept at 0 and it is solved again: a way to a plan that can be carried out, not always to the best one.
    /// </summary>
    /// <param name="solver">The solver.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public LinearSolution SolveOneWay(SimplexSolver solver, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(solver);
        var solution = solver.Solve(Program.Linear, cancellationToken: cancellationToken);
        while (solution.Status == LinearStatus.Optimal && ForbidBothWays(solution.Values))
            solution = solver.Solve(Program.Linear, solution.Basis, cancellationToken);
        return solution;
    }

    /// <summary>What things are worth at the margin, from the duals of a solve of the programme with its whole numbers fixed.</summary>
    /// <param name="rowDuals">Dual of every row.</param>
    public PlanPrices Prices(IReadOnlyList<double> rowDuals) => PlanPrices.Of(Instance, _rows, rowDuals);

    /// <summary>Builds the programme of an instance that was made here of parts of one that is allowed, often: it is not checked again.</summary>
    internal static JointModel OfParts(JointInstance instance, JointSettings settings) => new(settings, instance);

    private static JointInstance Checked(JointInstance instance)
    {
        ArgumentNullException.ThrowIfNull(instance);
        instance.Check();
        return instance;
    }

    private bool ForbidBothWays(IReadOnlyList<double> values)
    {
        var any = false;
        for (var s = 0; s < Instance.Sites.Count; s++)
            any |= Forbid(_energy.Import[s], _energy.Export[s], values) | Forbid(_energy.Charge[s], _energy.Discharge[s], values);
        return any;
    }

    private bool Forbid(int first, int second, IReadOnlyList<double> values)
    {
        var any = false;
        for (var t = 0; first != JointRows.None && t < Instance.Slots; t++)
        {
            var (a, b) = (values[first + t], values[second + t]);
            if (Math.Min(a, b) <= BothWays.ToleranceMw)
                continue;
            Program.Linear.SetColumnBounds(a < b ? first + t : second + t, 0, 0);
            any = true;
        }

        return any;
    }
}
