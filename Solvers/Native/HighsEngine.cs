using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using ControlPlane.Planning.MixedInteger;
using ControlPlane.Solvers.Protocol;

namespace ControlPlane.Solvers.Native;

/// <summary>HiGHS through its C interface, one thread. It solves once per process.</summary>
internal sealed unsafe class HighsEngine(nint library) : INativeEngine
{
    private const int ByColumn = 1;
    private const int Minimise = 1;
    private const int Error = -1;
    private const int Feasible = 2;
    private const int MipLogging = 5;
    private const int MipInterrupt = 6;

    private static HighsEngine? _running;

    private readonly HighsApi _api = new(library);
    private Action<RawProgress>? _progress;
    private volatile bool _mustStop;

    public string Name => $"HiGHS {Marshal.PtrToStringUTF8((nint)_api.Version())}";

    public void Logged(string line)
    {
        // Callbacks tell the same, as numbers.
    }

    public bool TryStop() => _mustStop = _api.SetCallback is not null;

    public RawSolution Solve(FlatProgram program, Action<RawProgress> progress)
    {
        (_progress, _running) = (progress, this);
        var model = _api.Create();
        SetOptions(model, program);
        if (Pass(model, program) == Error) return RawSolution.Failed("HiGHS refused the programme");
        if (program.Start.Length > 0) Begin(model, program.Start);
        if (_api.SetCallback is not null && _api.StartCallback is not null)
        {
            _ = _api.SetCallback(model, (nint)(delegate* unmanaged[Cdecl]<int, byte*, nint, int*, nint, void>)&Told, 0);
            _ = _api.StartCallback(model, MipLogging);
            _ = _api.StartCallback(model, MipInterrupt);
        }

        var run = _api.Run(model);
        return run == Error ? RawSolution.Failed("HiGHS ended with an error") : Result(model, program);
    }

    private void SetOptions(nint model, FlatProgram program)
    {
        // Without its log there are no callbacks about progress; the log itself goes nowhere.
        fixed (byte* log = "output_flag\0"u8, console = "log_to_console\0"u8, threads = "threads\0"u8, time = "time_limit\0"u8, relative = "mip_rel_gap\0"u8, absolute = "mip_abs_gap\0"u8)
        {
            _ = _api.SetBool(model, log, 1);
            _ = _api.SetBool(model, console, 0);
            _ = _api.SetInt(model, threads, 1);
            _ = _api.SetDouble(model, time, program.TimeLimitS);
            _ = _api.SetDouble(model, relative, program.RelativeGap);
            _ = _api.SetDouble(model, absolute, program.AbsoluteGap);
        }
    }

    private int Pass(nint model, FlatProgram program)
    {
        var isInteger = new int[program.ColumnCount];
        foreach (var column in program.Integers) isInteger[column] = 1;
        fixed (int* starts = program.Starts, rows = program.Rows, integrality = isInteger)
        fixed (double* coefficients = program.Coefficients, costs = program.Costs, lowers = program.Lowers, uppers = program.Uppers, rowLowers = program.RowLowers, rowUppers = program.RowUppers)
        {
            return _api.PassMip(
                model, program.ColumnCount, program.RowCount, program.Rows.Length, ByColumn, Minimise, 0, costs, lowers, uppers, rowLowers, rowUppers, starts, rows, coefficients, integrality);
        }
    }

    private void Begin(nint model, double[] start)
    {
        fixed (double* values = start)
            _ = _api.SetSolution(model, values, null, null, null);
    }

    private RawSolution Result(nint model, FlatProgram program)
    {
        var hasPoint = Info("primal_solution_status\0"u8, (name, value) => _api.GetInt(model, (byte*)name, (int*)value), 0) == Feasible;
        var values = new double[program.ColumnCount];
        fixed (double* point = values)
            _ = _api.GetSolution(model, point, null, null, null);
        var bound = Info("mip_dual_bound\0"u8, (name, value) => _api.GetDouble(model, (byte*)name, (double*)value), double.NegativeInfinity);
        var objective = Info("objective_function_value\0"u8, (name, value) => _api.GetDouble(model, (byte*)name, (double*)value), double.NegativeInfinity);
        var status = Status(_api.ModelStatus(model), hasPoint);
        return new RawSolution
        {
            Status = status,
            Values = hasPoint ? values : null,
            Bound = program.Integers.Length == 0 && status == MixedIntegerStatus.Optimal ? objective : bound,
            Nodes = Info("mip_node_count\0"u8, (name, value) => _api.GetLong(model, (byte*)name, (long*)value), 0L),
        };
    }

    // The numbers of kHighsModelStatus. 9 is "unbounded or infeasible": ChildMain finds out which.
    private static MixedIntegerStatus Status(int status, bool hasPoint) => status switch
    {
        6 or 7 when hasPoint => MixedIntegerStatus.Optimal,
        8 => MixedIntegerStatus.Infeasible,
        9 or 10 => MixedIntegerStatus.Unbounded,
        1 or 2 or 3 or 4 or 5 => MixedIntegerStatus.Failed,
        _ => hasPoint ? MixedIntegerStatus.Feasible : MixedIntegerStatus.NoSolution,
    };

    private static T Info<T>(ReadOnlySpan<byte> name, Func<nint, nint, int> get, T missing)
        where T : unmanaged
    {
        T value = default;
        fixed (byte* nameBytes = name)
            return get((nint)nameBytes, (nint)(&value)) == Error ? missing : value;
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void Told(int kind, byte* message, nint told, int* answer, nint user)
    {
        if (_running is not { } engine) return;

        // The interrupt is the first field of what a callback answers.
        if (kind == MipInterrupt && engine._mustStop && answer is not null) *answer = 1;
        if (kind != MipLogging || engine._api.CallbackItem is null) return;
        var incumbent = engine.Item("mip_primal_bound\0"u8, told);
        engine._progress?.Invoke(new RawProgress(double.IsFinite(incumbent) ? incumbent : double.NaN, engine.Item("mip_dual_bound\0"u8, told), Nodes: null));
    }

    private double Item(ReadOnlySpan<byte> name, nint told)
    {
        fixed (byte* nameBytes = name)
            return _api.CallbackItem(told, nameBytes) is var item and not null ? *(double*)item : double.NaN;
    }
}
