using System.ComponentModel;

namespace ControlPlane.Solvers.Children;

/// <summary>Short processes that are asked what they are.</summary>
internal static class Probing
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    /// <summary>What a process writes to standard output; null where it cannot be started, fails or takes too long.</summary>
    public static async Task<string[]?> LinesAsync(ChildCommand command)
    {
        try
        {
            using var process = command.Start();
            process.StandardInput.Close();
            var complaints = Complaints.ReadAsync(process.StandardError);
            using var patience = new CancellationTokenSource(Patience);
            await using var kill = patience.Token.Register(process.Kill).ConfigureAwait(false);
            var text = await process.StandardOutput.ReadToEndAsync(CancellationToken.None).ConfigureAwait(false);
            await process.WaitForExitAsync(CancellationToken.None).ConfigureAwait(false);
            _ = await complaints.ConfigureAwait(false);
            return process.ExitCode == 0 ? text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) : null;
        }
        catch (Exception error) when (error is Win32Exception or InvalidOperationException or IOException)
        {
            return null;
        }
    }
}
