using ControlPlane.Fleet.Decisions;
using ControlPlane.Fleet.Hardware;
using ControlPlane.Fleet.Jobs;

namespace ControlPlane.Policies.Shield;

/// <summary>Explanations that can be shown whatever the policy put into them. A sound one passes unchanged.</summary>
internal static class ShieldedExplanation
{
    /// <summary>The policy's explanation with the mask as it really is, without options that do not exist.</summary>
    /// <param name="said">What the policy says.</param>
    /// <param name="job">The job.</param>
    /// <param name="view">What is known.</param>
    /// <param name="notNumbers">Scores that are not numbers; they are left out.</param>
    public static Explanation Of(Explanation said, in Job job, FleetView view, out int notNumbers)
    {
        notNumbers = 0;
        if (said is not { Rule: not null, ScoreName: not null, Options: not null, Notes: not null })
            throw new InvalidOperationException("parts of it are missing");
        var options = new List<ScoredOption>(said.Options.Count);
        var changed = false;
        foreach (var option in said.Options)
        {
            if (option.Score is { } score && double.IsNaN(score))
                notNumbers++;
            var sound = Sound(option, job, view);
            changed |= !ReferenceEquals(sound, option);
            if (sound is not null)
                options.Add(sound);
        }

        if (!changed)
            return said;
        KeyValuePair<string, string> note = new("shield", "options that do not exist, wrong masks or scores that are not numbers were put right");
        return said with { Options = [.. options.OrderBy(o => o.Mask != MaskReason.None)], Notes = [.. said.Notes, note] };
    }

    /// <summary>The explanation of a policy that cannot give one: the sites with their masks.</summary>
    /// <param name="refusal">What was wrong.</param>
    /// <param name="job">The job.</param>
    /// <param name="view">What is known.</param>
    public static Explanation Failed(in Refusal refusal, in Job job, FleetView view) =>
        new(
            "The policy could not explain itself.",
            "unknown",
            Scoring.Options(job, view, needsFreeGpu: false, _ => default),
            [new("shield", $"the explanation failed: {refusal.Detail}")]);

    /// <summary>Adds what the shield did about the job.</summary>
    /// <param name="explanation">The explanation.</param>
    /// <param name="job">The job.</param>
    /// <param name="log">What it did.</param>
    public static Explanation WithHistory(Explanation explanation, JobId job, ShieldLog log)
    {
        var about = log.Recent.Where(i => i.Job == job && i.IsReplacement).ToList();
        return about.Count == 0
            ? explanation
            : explanation with { Notes = [.. explanation.Notes, .. about.Select(i => KeyValuePair.Create("shield", InterventionText.Of(i)))] };
    }

    private static ScoredOption? Sound(ScoredOption option, in Job job, FleetView view)
    {
        if ((uint)option.Site >= (uint)view.Sites.Length)
            return null;
        var table = view.Model.Tables[option.Site];
        var allocation = option.Allocation;
        var exists = allocation.Gpus >= 0 && allocation.Gpus <= table.MaxGpus && (uint)allocation.ClockLevel < (uint)table.Levels;
        var mask = Feasibility.Check(job, view.Sites[option.Site]);
        var isMasked = mask == MaskReason.None || option.Mask != MaskReason.None;
        if (exists && isMasked && option.Score is not double.NaN)
            return option;
        return new ScoredOption(
            option.Site,
            exists ? allocation : default(Allocation),
            option.Score is double.NaN || !isMasked ? null : option.Score,
            isMasked ? option.Mask : mask);
    }
}
