using ControlPlane.Client.Hosting;
using ControlPlane.Client.Output;
using ControlPlane.Simulation.Studies;

namespace ControlPlane.Client.Studies;

/// <summary>What every command does when its study is printed: files, a word on partial results, the exit code.</summary>
internal static class StudyEnd
{
    /// <summary>Writes the folder and says how it ended.</summary>
    /// <param name="study">The study.</param>
    /// <param name="folder">The folder of <c>--out</c>; null if none.</param>
    /// <param name="baseline">Differences are taken to this policy; null for none.</param>
    /// <param name="services">Terminal and report.</param>
    /// <param name="quiet">Whether notes on stderr are left out.</param>
    /// <param name="published">The published week, for the demonstration; null elsewhere.</param>
    /// <returns>The exit code.</returns>
    public static int Finish(
        StudyResult study, OutputFolder? folder, PolicyRuns? baseline, CliServices services, bool quiet, StudyResult? published = null)
    {
        if (folder is not null)
        {
            StudyFolder.Write(folder, study, baseline, services, published);
            if (!quiet)
                services.Terminal.Error.WriteLine($"wrote {string.Join(", ", folder.Files)} to {folder.Path}");
        }

        if (!study.Partial)
            return ExitCode.Success;
        Failures.WriteError(services.Terminal, "cancelled: the results are partial and marked so");
        return ExitCode.Failure;
    }
}
