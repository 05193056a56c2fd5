namespace ControlPlane.Benchmarks;

/// <summary>Measurements of the grains: <c>grains decisions</c> and <c>grains placements</c>.</summary>
internal static partial class GrainsCommand
{
    /// <summary>Runs one of them; exit code 1 if a bar is missed.</summary>
    /// <param name="arguments">Arguments after the verb.</param>
    public static int Run(string[] arguments)
    {
        int? exitCode = null;
        Serve(arguments, ref exitCode);
        return exitCode ?? throw new ArgumentException("There are no grains in this build: Orleans was left out of it (MSBuild property Orleans).", nameof(arguments));
    }

    // Implemented in the folder that is compiled only with Orleans; without it the call is not compiled either.
    static partial void Serve(string[] arguments, ref int? exitCode);
}
