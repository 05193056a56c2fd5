using ControlPlane.Client.Output;
using ControlPlane.Simulation.Scenarios;

namespace ControlPlane.Client.Generation;

/// <summary>What a study of days of generation is, in one line.</summary>
internal static class GenerationHeading
{
    /// <summary>The line.</summary>
    /// <param name="days">The scenario.</param>
    /// <param name="seeds">Number of seeds; 0 leaves them out.</param>
    public static string Of(GenerationDays days, int seeds = 0)
    {
        var day = days.Day;
        return $"{day.Name}: {Show.Count(day.Providers.Count, "provider")}, {day.Providers.Sum(p => p.Gpus):0.#} GPUs, {day.SlotCount} slots of {Show.Duration(day.SlotS)}, "
            + $"batteries by '{day.Dispatch}'{(seeds > 0 ? ", " + Show.Count(seeds, "seed") : "")}";
    }
}
