using ControlPlane.Client.Output;
using ControlPlane.Simulation.Training;

namespace ControlPlane.Client.Training;

/// <summary>How far sessions are, in words.</summary>
internal static class TrainingText
{
    // Less reads as 0.00.
    private const double Seen = 0.005;

    /// <summary>A held-out result: energy above the frontier and, where there is any, time over the budget.</summary>
    /// <param name="result">The result; null for none.</param>
    public static string Of(HeldOutResult? result) => result switch
    {
        null => "-",
        { OverBudgetPercent: >= Seen } over => $"{Show.Number(over.EnergyAbovePercent, 2)} + {Show.Number(over.OverBudgetPercent, 2)} %",
        { } kept => $"{Show.Number(kept.EnergyAbovePercent, 2)} %",
    };

    /// <summary>Where a session is.</summary>
    /// <param name="status">Its status.</param>
    public static string Stage(SeedStatus status) => status.Stage switch
    {
        SeedStage.Waiting => "waits",
        SeedStage.Done => "done",
        SeedStage.EndedEarly => "ended early",
        _ => !(status.LeftS >= 1) ? "" : $"about {Show.Duration(Math.Round(status.LeftS))} left",
    };

    /// <summary>A line.</summary>
    /// <param name="status">The status.</param>
    /// <param name="rounds">Rounds of the plan.</param>
    public static string Line(SeedStatus status, int rounds)
    {
        string[] parts =
        [
            $"round {status.Round} of {rounds}", Show.Count(status.Decisions, "decision"),
            double.IsNaN(status.UpdatesPerS) ? "" : $"{status.UpdatesPerS:0} updates/s",
            status.Last is null ? "" : $"held out {Of(status.Last)}, best {Of(status.Best)}", Stage(status),
        ];
        return $"seed {status.Seed}: {string.Join(", ", parts.Where(p => p.Length > 0))}";
    }
}
