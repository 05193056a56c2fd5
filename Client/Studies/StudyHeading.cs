using ControlPlane.Client.Output;
using ControlPlane.Simulation.Scenarios;
using ControlPlane.Simulation.Studies;

namespace ControlPlane.Client.Studies;

/// <summary>Says in a line or two what was run.</summary>
internal static class StudyHeading
{
    /// <summary>The heading of a study.</summary>
    /// <param name="study">The study.</param>
    public static IReadOnlyList<string> Of(StudyResult study)
    {
        var line = $"{Of(study.Scenario)}, {Seeds(study.Seeds)}";
        return study.Partial ? [line, "PARTIAL: cancelled before the end; figures hold up to the time shown."] : [line];
    }

    /// <summary>The heading of a scenario.</summary>
    /// <param name="scenario">The scenario.</param>
    public static string Of(Scenario scenario)
    {
        var gpus = scenario.Fleet.Sites.Sum(s => s.GpuCount);
        return $"{scenario.Name}: {Show.Count(scenario.Fleet.SiteCount, "site")}, {gpus} GPUs, {Show.Duration(scenario.HorizonS)}, load {scenario.Load:0.###}";
    }

    private static string Seeds(IReadOnlyList<long> seeds)
    {
        if (seeds.Count == 1)
            return $"seed {seeds[0]}";
        var consecutive = seeds[^1] - seeds[0] == seeds.Count - 1;
        return consecutive ? $"seeds {seeds[0]}..{seeds[^1]}" : $"seeds {string.Join(',', seeds)}";
    }
}
