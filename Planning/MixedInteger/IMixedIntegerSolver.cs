namespace ControlPlane.Planning.MixedInteger;

/// <summary>A solver of mixed-integer programmes. An untrusted incumbent never comes out of it: points are checked against the programme first.</summary>
public interface IMixedIntegerSolver
{
    /// <summary>The solver with its version, as in "CBC 2.10.8".</summary>
    string Name { get; }

    /// <summary>Solves a programme. Never throws for what a solver does: a crash or nonsense is <see cref="MixedIntegerStatus.Failed"/>.</summary>
    /// <param name="program">The programme; it must not change meanwhile.</param>
    /// <param name="options">When to end.</param>
    /// <param name="progress">Told now and then how far it has come.</param>
    /// <param name="cancellationToken">Ends the solve soon with what has been found, as a limit does.</param>
    /// <exception cref="ArgumentOutOfRangeException">A setting is out of its range.</exception>
    Task<MixedIntegerSolution> SolveAsync(
        MixedIntegerProgram program,
        MixedIntegerOptions options,
        IProgress<MixedIntegerProgress>? progress = null,
        CancellationToken cancellationToken = default);
}
