using ControlPlane.Client.Hosting;

namespace ControlPlane.Client.Progress;

/// <summary>Chooses how progress is shown.</summary>
internal static class ProgressViews
{
    /// <summary>A live bar on a terminal, a line now and then where stderr is redirected, nothing when quiet.</summary>
    /// <param name="terminal">Where to write.</param>
    /// <param name="quiet">Whether to write nothing.</param>
    public static IProgressView For(Terminal terminal, bool quiet)
    {
        if (quiet)
            return new SilentProgress();
        return terminal.ErrorIsTerminal ? new LiveProgress(terminal.ErrorConsole()) : new LineProgress(terminal.Error, TimeProvider.System);
    }
}
