using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using ControlPlane.Planning.MixedInteger;
using ControlPlane.Solvers.Protocol;

namespace ControlPlane.Solvers.Native;

/// <summary>CBC through its C interface. It solves once per process.</summary>
internal sealed unsafe class CbcEngine(nint library) : INativeEngine
{
    private const int UnboundedRelaxation = 7;
    private const double NoBound = 1e49;

    private readonly CbcApi _api = new(library);
    private volatile CbcLog? _log;

    public string Name => $"CBC {Marshal.PtrToStringUTF8((nint)_api.GetVersion())}";

    public RawSolution Solve(FlatProgram program, Action<RawProgress> progress)
    {
        var model = _api.NewModel();
        Load(model, program);
        _log = new CbcLog(progress);
        _ = _api.Solve(model);
        return Result(model, program);
    }

    public void Logged(string line) => _log?.Read(line);

    // The program cbc ends at Ctrl-C with what it has; behind the C interface there is nothing of the kind, only its own time limit.
    public bool TryStop() => false;

    private void Load(nint model, FlatProgram program)
    {
        fixed (int* starts = program.Starts, rows = program.Rows)
        fixed (double* coefficients = program.Coefficients, costs = program.Costs)
        fixed (double* lowers = Finite(program.Lowers), uppers = Finite(program.Uppers), rowLowers = Finite(program.RowLowers), rowUppers = Finite(program.RowUppers))
            _api.LoadProblem(model, program.ColumnCount, program.RowCount, starts, rows, coefficients, lowers, uppers, costs, rowLowers, rowUppers);
        foreach (var column in program.Integers) _api.SetInteger(model, column);

        // A start is left out: with one, 2.10 may end within seconds and keep neither it nor anything better.

        // The interface's callback is not told of the search: its progress comes from the log.
        Set(model, "log", "2");
        Set(model, "timeMode", "elapsed");
        Set(model, "sec", Text(program.TimeLimitS));
        Set(model, "ratioGap", Text(program.RelativeGap));
        Set(model, "allowableGap", Text(program.AbsoluteGap));
    }

    private RawSolution Result(nint model, FlatProgram program)
    {
        var bound = _api.BestPossible(model);
        bound = Math.Abs(bound) < NoBound ? bound : double.NegativeInfinity;
        var isOptimal = _api.IsProvenOptimal(model) != 0;

        // Without a saved solution the values are the relaxation's ("no integer solution - continuous used").
        var hasPoint = _api.SavedSolutions(model) > 0 || (isOptimal && program.Integers.Length == 0);
        var point = _api.BestSolution(model);
        if (point is null) point = _api.ColumnSolution(model);
        return new RawSolution
        {
            Status = Status(model, isOptimal, hasPoint),
            Values = hasPoint && point is not null ? new ReadOnlySpan<double>(point, program.ColumnCount).ToArray() : null,
            Bound = isOptimal && program.Integers.Length == 0 ? Objective(program, point) : bound,
            Nodes = _api.NodeCount(model),
        };
    }

    private MixedIntegerStatus Status(nint model, bool isOptimal, bool hasPoint)
    {
        if (_api.IsContinuousUnbounded(model) != 0 || _api.SecondaryStatus(model) == UnboundedRelaxation) return MixedIntegerStatus.Unbounded;
        if (hasPoint) return isOptimal ? MixedIntegerStatus.Optimal : MixedIntegerStatus.Feasible;
        if (_api.IsProvenInfeasible(model) != 0) return MixedIntegerStatus.Infeasible;
        return _api.IsAbandoned(model) != 0 ? MixedIntegerStatus.Failed : MixedIntegerStatus.NoSolution;
    }

    private static double Objective(FlatProgram program, double* point)
    {
        double sum = 0;
        for (var j = 0; j < program.ColumnCount; j++) sum += program.Costs[j] * point[j];
        return sum;
    }

    private static double[] Finite(double[] bounds) => [.. bounds.Select(b => Math.Clamp(b, double.MinValue, double.MaxValue))];

    private void Set(nint model, string name, string value)
    {
        fixed (byte* nameBytes = Encoding.ASCII.GetBytes(name + '\0'), valueBytes = Encoding.ASCII.GetBytes(value + '\0'))
            _api.SetParameter(model, nameBytes, valueBytes);
    }

    private static string Text(double value) => value.ToString("R", CultureInfo.InvariantCulture);
}
