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
internal sealed class ChildSolver(string name, ChildCommand command, ChildSettings settings) : CheckedSolver(name)
{
    protected override async Task<RawSolution> AnswerAsync(
        MixedIntegerProgram program, MixedIntegerOptions options, IProgress<MixedIntegerProgress>? progress, long began, CancellationToken cancellationToken)
    {
        using var child = new Child(command, settings, progress, began);
        return await child.AnswerAsync(program, options, cancellationToken).ConfigureAwait(false);
    }
}
