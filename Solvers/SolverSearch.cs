using System.Runtime.InteropServices;

namespace ControlPlane.Solvers;

/// <summary>Where solvers are looked for.</summary>
public sealed record SolverSearch
{
    /// <summary>Libraries of HiGHS: paths, or names that the system's loader looks for; the first that loads is taken.</summary>
    public required IReadOnlyList<string> HighsLibraries { get; init; }

    /// <summary>Libraries of CBC with its C interface, likewise.</summary>
    public required IReadOnlyList<string> CbcLibraries { get; init; }

    /// <summary>Folders in which the programs highs and cbc are looked for.</summary>
    public required IReadOnlyList<string> ProgramFolders { get; init; }

    /// <summary>Nowhere: only what is built in.</summary>
    public static SolverSearch Nowhere { get; } = new() { HighsLibraries = [], CbcLibraries = [], ProgramFolders = [] };

    /// <summary>
    /// As of this machine: the environment's HIGHS_LIB and CBC_LIB, then the program's own runtimes/RID/native, then the names that packages install; the
    /// programs on the PATH.
    /// </summary>
    public static SolverSearch OfMachine() => new()
    {
        HighsLibraries = Libraries("HIGHS_LIB", Names("highs", "libhighs.so.1", "libhighs.so", "libhighs.dylib")),
        CbcLibraries = Libraries("CBC_LIB", Names("CbcSolver", "libCbcSolver.so.3", "libCbcSolver.so", "libCbcSolver.dylib")),
        ProgramFolders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries),
    };

    private static string[] Names(string windows, string version, string linux, string mac) =>
        OperatingSystem.IsWindows() ? [$"{windows}.dll"] : OperatingSystem.IsMacOS() ? [mac] : [version, linux];

    private static string[] Libraries(string variable, string[] names)
    {
        var own = Path.Combine(AppContext.BaseDirectory, "runtimes", RuntimeInformation.RuntimeIdentifier, "native");
        var named = Environment.GetEnvironmentVariable(variable);
        return [.. string.IsNullOrEmpty(named) ? (string[])[] : [named], .. names.Select(n => Path.Combine(own, n)).Where(File.Exists), .. names];
    }
}
