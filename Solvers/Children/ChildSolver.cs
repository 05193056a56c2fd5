using System.ComponentModel;
using System.Diagnostics;
using ControlPlane.Planning.MixedInteger;
using ControlPlane.Solvers.Protocol;

namespace ControlPlane.Solvers.Children;

/// <summary>
/// Solves in a child process: a crash, a hang or nonsense costs the child. The child is asked to stop at the time limit or at cancellation, and killed
/// when it does not.
/// </summary>
/// <param name="name">The solver with its version.</param>
/// <param name="command">Starts the child.</param>
/// <param name="settings">How patient to be.</param>
internal sealed class ChildSolver(string name, ChildCommand command, ChildSettings settings) : IMixedIntegerSolver
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
            using var child = new Child(command, settings, progress, began);
            raw = await child.AnswerAsync(program, options, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception error) when (error is Win32Exception or InvalidOperationException or IOException)
        {
            raw = RawSolution.Failed($"{name} could not be started: {error.Message}");
        }

        return CheckedSolution.Of(program, options, name, raw, Stopwatch.GetElapsedTime(began));
    }
}
