using ControlPlane.Planning.MixedInteger;
using ControlPlane.Solvers.Protocol;
using static ControlPlane.Solvers.Programs.ProgramText;

namespace ControlPlane.Solvers.Programs;

/// <summary>The program cbc.</summary>
internal sealed class CbcProgram : ISolverProgram
{
    public const string Executable = "cbc";

    private const string SolutionFile = "solution.txt";
    private const string StartFile = "start.txt";

    public IReadOnlyList<string> Prepare(string folder, MixedIntegerOptions options, IReadOnlyList<string> columns)
    {
        var arguments = new List<string>
        {
            ProgramSolver.ModelFile, "-timeMode", "elapsed", "-sec", Text(options.TimeLimit.TotalSeconds), "-ratioGap", Text(options.RelativeGap), "-allowableGap", Text(options.AbsoluteGap),
        };
        if (options.Start is { } start && start.Count == columns.Count)
        {
            var lines = start.Select((value, j) => $"{j} {columns[j]} {Text(value)} 0");
            File.WriteAllLines(Path.Combine(folder, StartFile), ["Start - objective value 0", .. lines]);
            arguments.AddRange(["-mipstart", StartFile]);
        }

        return [.. arguments, "-solve", "-solution", SolutionFile];
    }

    public RawSolution? Read(string folder, string output, IReadOnlyDictionary<string, int> columns)
    {
        var path = Path.Combine(folder, SolutionFile);
        if (!File.Exists(path)) return null;
        var lines = File.ReadAllLines(path);
        if (lines.Length == 0) return null;
        var head = lines[0];
        if (head.Contains("nfeasible", StringComparison.Ordinal)) return new RawSolution { Status = MixedIntegerStatus.Infeasible };
        if (head.Contains("nbounded", StringComparison.Ordinal)) return new RawSolution { Status = MixedIntegerStatus.Unbounded };
        var nodes = (long?)After(output, "Enumerated nodes:");
        var bound = After(output, "Lower bound:");
        if (head.Contains("continuous used", StringComparison.Ordinal))
            return new RawSolution { Status = MixedIntegerStatus.NoSolution, Bound = bound ?? double.NegativeInfinity, Nodes = nodes };
        var isOptimal = head.StartsWith("Optimal", StringComparison.Ordinal);
        return new RawSolution
        {
            Status = isOptimal ? MixedIntegerStatus.Optimal : MixedIntegerStatus.Feasible,
            Values = Values(lines, columns),
            Bound = bound ?? (isOptimal ? After(head, "Optimal - objective value") ?? double.NegativeInfinity : double.NegativeInfinity),
            Nodes = nodes,
        };
    }

    // "index name value reduced-cost", what is zero left out; "**" before a line marks a violation, which is for the check to see.
    private static double[]? Values(string[] lines, IReadOnlyDictionary<string, int> columns)
    {
        var values = new double[columns.Count];
        foreach (var line in lines.Skip(1))
        {
            var words = line.Replace("**", "", StringComparison.Ordinal).Split(' ', StringSplitOptions.RemoveEmptyEntries);
            if (words.Length < 3 || !columns.TryGetValue(words[1], out var column) || Number(words[2]) is not { } value) return null;
            values[column] = value;
        }

        return values;
    }
}
