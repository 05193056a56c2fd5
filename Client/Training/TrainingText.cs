using ControlPlane.Client.Output;
using ControlPlane.Simulation.Training;

namespace ControlPlane.Client.Training;

/// <summary>How far sessions are, in words.</summary>
internal static class TrainingText
{
    // Less reads as 0.00.
    private const double Seen = 0.005;

    /// <summary>A held-out result: what counts, and what is beside it where there is any.</summary>
    /// <param name="kind">What held-out runs measure.</param>
    /// <param name="result">The result; null for none.</param>
    public static string Of(HeldOutKind kind, HeldOutResult? result)
    {
        if (result is not { } known)
            return "-";
        var main = Show.Number(known.Main, 2);
        if (!(known.Beside >= Seen))
            return $"{main} {kind.Main.Unit}";
        var beside = Show.Number(known.Beside, 2);
        return kind.Sum is null ? $"{main} {kind.Main.Unit} with {beside} {kind.Beside.Unit} {kind.Beside.Name}" : $"{main} + {beside} {kind.Main.Unit}";
    }

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
    /// <param name="training">What is trained.</param>
    public static string Line(SeedStatus status, ITraining training)
    {
        string[] parts =
        [
            $"round {status.Round} of {training.Rounds}", Show.Count(status.Decisions, "decision"),
            double.IsNaN(status.UpdatesPerS) ? "" : $"{status.UpdatesPerS:0} updates/s",
            status.Last is null ? "" : $"held out {Of(training.HeldOut, status.Last)}, best {Of(training.HeldOut, status.Best)}", Stage(status),
        ];
        return $"seed {status.Seed}: {string.Join(", ", parts.Where(p => p.Length > 0))}";
    }
}
