using ControlPlane.Client.Hosting;

namespace ControlPlane.Client.Training;

/// <summary>Chooses how progress is shown.</summary>
internal static class TrainingViews
{
    /// <summary>A live table on a terminal, a line a round where stderr is redirected, nothing when quiet.</summary>
    /// <param name="terminal">Where to write.</param>
    /// <param name="quiet">Whether to write nothing.</param>
    /// <param name="request">What is trained.</param>
    public static ITrainingView For(Terminal terminal, bool quiet, TrainRequest request)
    {
        if (quiet)
            return new SilentTrainingView();
        return terminal.ErrorIsTerminal
            ? new TrainingBoard(terminal.ErrorConsole(), request.Seeds, request.What, TimeProvider.System)
            : new TrainingLines(terminal.Error, request.What);
    }
}
