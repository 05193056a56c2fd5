namespace ControlPlane.Solvers.Children;

/// <summary>Finds a native library by loading it in a child: a broken one costs that child.</summary>
internal static class LibraryProbe
{
    /// <summary>The first library that loads, has the functions and tells its version.</summary>
    public static async Task<SolverFinding> FindAsync(string engine, IReadOnlyList<string> libraries)
    {
        var lookedFor = libraries.Count > 0 ? $"the library {string.Join(", ", libraries)}" : "no library";
        if (libraries.Count == 0) return new SolverFinding(engine, null, null, lookedFor);
        var lines = await Probing.LinesAsync(ChildCommand.Self([ChildMain.ProbeVerb, engine, .. libraries])).ConfigureAwait(false);
        return lines is [var solver, var location, ..]
            ? new SolverFinding(engine, solver, location, lookedFor)
            : new SolverFinding(engine, null, null, lookedFor);
    }
}
