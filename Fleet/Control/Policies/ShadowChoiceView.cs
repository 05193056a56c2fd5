namespace ControlPlane.Fleet.Control.Policies;

/// <summary>What the shadow would have done about a job. Differences are its choice less the one that took effect; null where there is nothing to compare.</summary>
/// <param name="Version">Its version.</param>
/// <param name="At">When the decision was taken.</param>
/// <param name="Site">The site that it would have chosen; null where it would have held the job, or failed.</param>
/// <param name="Gpus">GPUs that it would have asked for; 0 leaves them to the site.</param>
/// <param name="Clock">Their normalised clock; 0 if none.</param>
/// <param name="Agrees">Whether it would have chosen the same site, GPUs and clock.</param>
/// <param name="Failure">Why it could not decide; null if it could.</param>
/// <param name="ScoreRegret">By the scores of the version that decided.</param>
/// <param name="EnergyJ">Predicted energy, joules.</param>
/// <param name="CompletionS">Predicted time to completion, seconds.</param>
public sealed record ShadowChoiceView(
    int Version, DateTimeOffset At, string? Site, int Gpus, double Clock, bool Agrees, string? Failure, double? ScoreRegret, double? EnergyJ, double? CompletionS)
{
    /// <summary>Shows a verdict.</summary>
    /// <param name="version">Version of the shadow.</param>
    /// <param name="at">When the decision was taken.</param>
    /// <param name="verdict">The verdict.</param>
    /// <param name="model">The fleet.</param>
    public static ShadowChoiceView Of(int version, DateTimeOffset at, ShadowVerdict verdict, FleetModel model)
    {
        ArgumentNullException.ThrowIfNull(verdict);
        ArgumentNullException.ThrowIfNull(model);
        var said = verdict.Said;
        var isClock = !said.IsHold && said.Wanted.Gpus > 0 && said.Wanted.ClockLevel < model.Sites[said.Site].Clocks.Count;
        return new ShadowChoiceView(
            version,
            at,
            said.IsHold ? null : model.Sites[said.Site].Name,
            said.IsHold ? 0 : said.Wanted.Gpus,
            isClock ? model.Sites[said.Site].Clocks[said.Wanted.ClockLevel] : 0,
            verdict.Failure is null && said == verdict.Done,
            verdict.Failure,
            Known(verdict.ScoreRegret),
            Known(verdict.EnergyJ),
            Known(verdict.CompletionS));
    }

    private static double? Known(double value) => double.IsFinite(value) ? value : null;
}
