using ControlPlane.Planning.MixedInteger;
using ControlPlane.Solvers.Children;
using ControlPlane.Solvers.Native;
using ControlPlane.Solvers.Protocol;

namespace ControlPlane.Solvers.Programs;

/// <summary>Solves by calling a solver's own program with an MPS file. It tells no progress.</summary>
/// <param name="name">The solver with its version.</param>
/// <param name="path">The program.</param>
/// <param name="program">How to call and understand it.</param>
/// <param name="settings">How patient to be.</param>
internal sealed class ProgramSolver(string name, string path, ISolverProgram program, ChildSettings settings) : CheckedSolver(name)
{
    public const string ModelFile = "model.mps";

    protected override async Task<RawSolution> AnswerAsync(
        MixedIntegerProgram model, MixedIntegerOptions options, IProgress<MixedIntegerProgress>? progress, long began, CancellationToken cancellationToken)
    {
        var folder = Directory.CreateTempSubdirectory("controlplane-solve-");
        try
        {
            return await CallAsync(model, options, folder.FullName, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private async Task<RawSolution> CallAsync(MixedIntegerProgram model, MixedIntegerOptions options, string folder, CancellationToken cancellationToken)
    {
        var columns = SafeNames.OfColumns(model.Linear);
        var index = columns.Select((column, j) => (column, j)).ToDictionary(c => c.column, c => c.j, StringComparer.Ordinal);
        await using (var writer = new StreamWriter(Path.Combine(folder, ModelFile))) MpsWriter.Write(model, writer);
        using var process = new ChildCommand(path, program.Prepare(folder, options, columns)).Start(folder);
        settings.Started?.Invoke(process.Id);
        process.StandardInput.Close();
        var complaints = Complaints.ReadAsync(process.StandardError);
        var wasKilled = false;
        using var patience = new CancellationTokenSource();
        await using var kill = patience.Token.Register(() =>
        {
            wasKilled = true;
            process.Kill(entireProcessTree: true);
        }).ConfigureAwait(false);

        // It keeps the time limit by itself; the caller's wish to stop reaches it as Ctrl-C would.
        patience.CancelAfter(options.TimeLimit + settings.Grace);
        await using var ask = cancellationToken.Register(() =>
        {
            _ = Interrupt.Send(process.Id);
            patience.CancelAfter(settings.Grace);
        }).ConfigureAwait(false);
        var output = await process.StandardOutput.ReadToEndAsync(CancellationToken.None).ConfigureAwait(false);
        await process.WaitForExitAsync(CancellationToken.None).ConfigureAwait(false);
        var said = await complaints.ConfigureAwait(false);
        if (wasKilled) return RawSolution.Failed($"{Name} did not stop within {settings.Grace.TotalSeconds:0.#} s after it should have, and was killed.");
        if (program.Read(folder, output, index) is { } answer) return answer;
        return cancellationToken.IsCancellationRequested
            ? new RawSolution { Status = MixedIntegerStatus.NoSolution, Message = $"{Name} ended before it had an answer." }
            : RawSolution.Failed($"{Name} ended with exit code {process.ExitCode} and without an answer{(said.Length > 0 ? $": {said}" : ".")}");
    }
}
