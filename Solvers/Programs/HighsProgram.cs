using ControlPlane.Planning.MixedInteger;
using ControlPlane.Solvers.Protocol;
using static ControlPlane.Solvers.Programs.ProgramText;

namespace ControlPlane.Solvers.Programs;

/// <summary>The program highs.</summary>
internal sealed class HighsProgram : ISolverProgram
{
    public const string Executable = "highs";

    private const string SolutionFile = "solution.txt";
    private const string OptionsFile = "options.txt";
    private const string StartFile = "start.txt";

    public IReadOnlyList<string> Prepare(string folder, MixedIntegerOptions options, IReadOnlyList<string> columns)
    {
        File.WriteAllLines(
            Path.Combine(folder, OptionsFile),
            [$"mip_rel_gap = {Text(options.RelativeGap)}", $"mip_abs_gap = {Text(options.AbsoluteGap)}", "threads = 1"]);
        var arguments = new List<string>
        {
            ProgramSolver.ModelFile, "--options_file", OptionsFile, "--solution_file", SolutionFile, "--time_limit", Text(options.TimeLimit.TotalSeconds),
        };
        if (options.Start is { } start && start.Count == columns.Count)
        {
            var lines = start.Select((value, j) => $"{columns[j]} {Text(value)}");
            File.WriteAllLines(
                Path.Combine(folder, StartFile), ["Model status", "Unknown", "", "# Primal solution values", "Feasible", "Objective 0", $"# Columns {columns.Count}", .. lines, "# Rows 0"]);
            arguments.AddRange(["--read_solution_file", StartFile]);
        }

        return arguments;
    }

    public RawSolution? Read(string folder, string output, IReadOnlyDictionary<string, int> columns)
    {
        var path = Path.Combine(folder, SolutionFile);
        if (!File.Exists(path)) return null;
        var lines = File.ReadAllLines(path);
        var status = lines.ElementAtOrDefault(1)?.Trim();
        var begin = Array.FindIndex(lines, l => l.StartsWith("# Columns", StringComparison.Ordinal));
        var hasPoint = begin >= 2 && lines[begin - 2].Trim() == "Feasible";
        var values = hasPoint ? Values(lines.AsSpan(begin + 1), columns) : null;
        var isOptimal = status is "Optimal" or "Empty" && hasPoint;
        return new RawSolution
        {
            Status = status switch
            {
                "Infeasible" => MixedIntegerStatus.Infeasible,
                "Unbounded" => MixedIntegerStatus.Unbounded,
                _ when hasPoint => isOptimal ? MixedIntegerStatus.Optimal : MixedIntegerStatus.Feasible,
                _ => MixedIntegerStatus.NoSolution,
            },
            Values = values,
            Message = status == "Primal infeasible or unbounded" ? "HiGHS says that the programme is infeasible or unbounded, and not which." : null,
            Bound = After(output, "Dual bound") ?? (isOptimal ? Objective(lines, begin) : double.NegativeInfinity),
            Nodes = (long?)After(output, "Nodes"),
        };
    }

    private static double Objective(string[] lines, int columns) => After(lines[columns - 1], "Objective") ?? double.NegativeInfinity;

    private static double[]? Values(ReadOnlySpan<string> lines, IReadOnlyDictionary<string, int> columns)
    {
        if (lines.Length < columns.Count) return null;
        var values = new double[columns.Count];
        foreach (var line in lines[..columns.Count])
        {
            var words = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            if (words.Length != 2 || !columns.TryGetValue(words[0], out var column) || Number(words[1]) is not { } value) return null;
            values[column] = value;
        }

        return values;
    }
}
