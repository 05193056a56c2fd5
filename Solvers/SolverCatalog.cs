using System.Collections.Concurrent;
using ControlPlane.Planning.MixedInteger;
using ControlPlane.Solvers.Children;
using ControlPlane.Solvers.Native;
using ControlPlane.Solvers.Programs;

namespace ControlPlane.Solvers;

/// <summary>
/// The solvers of this machine. Every one of them but the built-in is optional; nothing is ever installed. Looking costs a short child process for each
/// library, once per catalog.
/// </summary>
/// <param name="search">Where to look; null for <see cref="SolverSearch.OfMachine"/>.</param>
public sealed class SolverCatalog(SolverSearch? search = null)
{
    /// <summary>The best that is there.</summary>
    public const string Auto = "auto";

    /// <summary>Branch and bound of this product.</summary>
    public const string BuiltIn = "built-in";

    private const string HighsProgramName = "highs-program";
    private const string CbcProgramName = "cbc-program";

    private readonly SolverSearch _search = search ?? SolverSearch.OfMachine();
    private readonly ConcurrentDictionary<string, Task<SolverFinding>> _findings = new(StringComparer.Ordinal);

    /// <summary>What can be asked for, besides <see cref="Auto"/>, in the order in which that tries them.</summary>
    public static IReadOnlyList<string> Names { get; } = [NativeEngines.Highs, NativeEngines.Cbc, HighsProgramName, CbcProgramName, BuiltIn];

    /// <summary>How patient solvers of this catalog are with their processes.</summary>
    internal ChildSettings Children { get; init; } = ChildSettings.Default;

    /// <summary>The solver of a name; <see cref="Auto"/> is the first that is there.</summary>
    /// <param name="name">auto, or one of <see cref="Names"/>.</param>
    /// <exception cref="SolverMissingException">The name is unknown, or that solver is not there; the message says what was looked for, and where.</exception>
    public async Task<IMixedIntegerSolver> GetAsync(string name = Auto)
    {
        if (name == Auto)
        {
            foreach (var candidate in Names)
            {
                if (await FindAsync(candidate).ConfigureAwait(false) is { IsThere: true } there) return Solver(there);
            }
        }

        if (!Names.Contains(name, StringComparer.Ordinal))
            throw new SolverMissingException($"The solver is '{name}'; it must be {Auto}, {string.Join(", ", Names.SkipLast(1))} or {Names[^1]}.");
        var finding = await FindAsync(name).ConfigureAwait(false);
        return finding.IsThere ? Solver(finding) : throw new SolverMissingException($"The solver {finding}.");
    }

    /// <summary>Every solver that could be there, with its version and place, or with what was looked for.</summary>
    public async Task<IReadOnlyList<SolverFinding>> DescribeAsync()
    {
        var findings = new List<SolverFinding>();
        foreach (var name in Names) findings.Add(await FindAsync(name).ConfigureAwait(false));
        return findings;
    }

    private Task<SolverFinding> FindAsync(string name) => _findings.GetOrAdd(name, n => n switch
    {
        NativeEngines.Highs => LibraryProbe.FindAsync(n, _search.HighsLibraries),
        NativeEngines.Cbc => LibraryProbe.FindAsync(n, _search.CbcLibraries),
        HighsProgramName => ProgramProbe.FindAsync(n, HighsProgram.Executable, _search.ProgramFolders),
        CbcProgramName => ProgramProbe.FindAsync(n, CbcProgram.Executable, _search.ProgramFolders),
        _ => Task.FromResult(new SolverFinding(BuiltIn, BuiltIn, "part of this program", "nothing")),
    });

    private IMixedIntegerSolver Solver(SolverFinding finding) => finding.Name switch
    {
        HighsProgramName => new ProgramSolver(finding.Solver!, finding.Location!, new HighsProgram(), Children),
        CbcProgramName => new ProgramSolver(finding.Solver!, finding.Location!, new CbcProgram(), Children),
        BuiltIn => new BranchAndBound(TimeProvider.System),
        _ => new ChildSolver(finding.Solver!, ChildCommand.Self(ChildMain.SolveVerb, finding.Name, finding.Location!), Children),
    };
}
