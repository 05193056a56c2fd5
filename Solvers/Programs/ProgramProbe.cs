using ControlPlane.Solvers.Children;

namespace ControlPlane.Solvers.Programs;

/// <summary>Finds a solver that is a program of its own.</summary>
internal static class ProgramProbe
{
    /// <summary>The first program of that name that runs.</summary>
    public static async Task<SolverFinding> FindAsync(string name, string program, IReadOnlyList<string> folders)
    {
        var lookedFor = folders.Count > 0 ? $"the program {program} on the PATH" : "no program";
        var file = OperatingSystem.IsWindows() ? $"{program}.exe" : program;
        foreach (var path in folders.Select(f => Path.Combine(f, file)).Where(File.Exists))
        {
            string[] ask = program == CbcProgram.Executable ? ["-quit"] : ["--version"];
            if (await Probing.LinesAsync(new ChildCommand(path, ask)).ConfigureAwait(false) is { } lines)
                return new SolverFinding(name, $"{(program == CbcProgram.Executable ? "CBC" : "HiGHS")} {Version(lines)} (program)", path, lookedFor);
        }

        return new SolverFinding(name, null, null, lookedFor);
    }

    // The first word with a digit and a dot: "Version: 2.10.8", "HiGHS version 1.10.0 Githash ...".
    private static string Version(string[] lines) =>
        lines.SelectMany(l => l.Split([' ', ',', ':'], StringSplitOptions.RemoveEmptyEntries))
            .FirstOrDefault(w => char.IsAsciiDigit(w[0]) && w.Contains('.', StringComparison.Ordinal)) ?? "of unknown version";
}
