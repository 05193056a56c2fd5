using System.ComponentModel;
using System.Diagnostics;
using ControlPlane.Planning.MixedInteger;
using ControlPlane.Solvers.Protocol;

namespace ControlPlane.Solvers;

/// <summary>What calling a solver outside has in common: what is asked is checked before, what it answers after, and one that cannot be called is an answer too.</summary>
/// <param name="name">The solver with its version.</param>
internal abstract class CheckedSolver(string name) : IMixedIntegerSolver
{
    public string Name => name;

    public async Task<MixedIntegerSolution> SolveAsync(
        MixedIntegerProgram program,
        MixedIntegerOptions options,
        IProgress<MixedIntegerProgress>? progress = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(program);
        ArgumentNullException.ThrowIfNull(options);
        options.Check();
        var began = Stopwatch.GetTimestamp();
        RawSolution raw;
        try
        {
            raw = await AnswerAsync(program, options, progress, began, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception error) when (error is Win32Exception or InvalidOperationException or IOException or UnauthorizedAccessException)
        {
            raw = RawSolution.Failed($"{name} could not be started: {error.Message}");
        }

        return CheckedSolution.Of(program, options, name, raw, Stopwatch.GetElapsedTime(began));
    }

    /// <summary>Asks the solver.</summary>
    /// <param name="program">The programme.</param>
    /// <param name="options">When to end.</param>
    /// <param name="progress">Told how far it has come, where it says so.</param>
    /// <param name="began">When the call began, by the stopwatch.</param>
    /// <param name="cancellationToken">Ends it soon.</param>
    protected abstract Task<RawSolution> AnswerAsync(
        MixedIntegerProgram program, MixedIntegerOptions options, IProgress<MixedIntegerProgress>? progress, long began, CancellationToken cancellationToken);
}
