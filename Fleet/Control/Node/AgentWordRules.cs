using ControlPlane.Fleet.Protocol;
using ControlPlane.Fleet.Sites;

namespace ControlPlane.Fleet.Control.Node;

/// <summary>What an agent may say.</summary>
internal static class AgentWordRules
{
    // Far more than any run takes, and sums of it stay finite.
    private const double MostEnergyJ = 1e15;

    /// <summary>Refuses a beat with numbers that cannot be.</summary>
    /// <exception cref="ControlException">The number, and what is allowed.</exception>
    public static void Require(AgentBeat beat, DataCenterSpec site)
    {
        if (beat.Gpus is { } gpus)
            RequireGpus(gpus, site);
        foreach (var report in beat.Reports)
            RequireSound(report);
    }

    /// <summary>Refuses more GPUs than the site has.</summary>
    /// <exception cref="ControlException">The number, and what is allowed.</exception>
    public static void RequireGpus(int gpus, DataCenterSpec site)
    {
        if (gpus < 0 || gpus > site.GpuCount)
            throw new ControlException(ControlProblem.Invalid, $"gpus of site '{site.Name}' must be 0 to {site.GpuCount}, not {gpus}", field: "gpus");
    }

    private static void RequireSound(AgentReport report)
    {
        if (report.DoneUnits is not (>= 0 and <= JobHome.MostUnits))
            throw new ControlException(ControlProblem.Invalid, $"doneUnits of report {report.Number} must be 0 to {JobHome.MostUnits}, not {report.DoneUnits}", field: "doneUnits");
        if (report.EnergyJ is { } energyJ and not (>= 0 and <= MostEnergyJ))
            throw new ControlException(ControlProblem.Invalid, $"energyJ of report {report.Number} must be 0 to {MostEnergyJ}, not {energyJ}", field: "energyJ");
    }
}
