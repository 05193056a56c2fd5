using ControlPlane.Fleet.Generation;
using ControlPlane.Fleet.Journal;

namespace ControlPlane.Fleet.Control.Generation;

/// <summary>How cards of generation jobs are written in journals and snapshots.</summary>
internal static class GenerationCardState
{
    public static void Write(this StateWriter writer, GenerationCard card)
    {
        writer.Number(card.Number);
        writer.Write(card.Submission);
        writer.Real(card.SubmittedS);
        writer.Count(card.Slot);
        writer.Number(card.Provider);
        writer.Count(card.Steps);
        writer.Real(card.QuotedS);
        writer.Text(card.Reason);
        writer.Write(card.Verdict);
        writer.Flag(card.Outcome is not null);
        if (card.Outcome is not { } outcome)
            return;
        foreach (var amount in new[] { outcome.OnTime, outcome.Late, outcome.Abandoned, outcome.RevenueUsd, outcome.PenaltyUsd })
            writer.Real(amount);
    }

    public static GenerationCard ReadCard(this ref StateReader reader, int providers)
    {
        var card = new GenerationCard
        {
            Number = reader.Number(),
            Submission = reader.ReadGeneration(),
            SubmittedS = reader.Finite(),
            Slot = reader.Count(),
            Provider = reader.Index(),
            Steps = reader.Count(),
            QuotedS = reader.Finite(),
            Reason = reader.Text(),
            Verdict = reader.ReadVerdict(providers),
            Outcome = reader.Flag() ? new GenerationOutcome(reader.Finite(), reader.Finite(), reader.Finite(), reader.Finite(), reader.Finite()) : null,
        };
        return card.Provider >= -1 && card.Provider < providers ? card : throw reader.Damaged($"jobs at provider {card.Provider} of {providers}");
    }

    private static void Write(this StateWriter writer, GenerationSubmission submission)
    {
        writer.Text(submission.Id);
        writer.Text(submission.Origin);
        writer.Text(submission.Deadline);
        writer.Text(submission.Category ?? "");
        writer.Text(submission.Tenant ?? "");
        writer.Count(submission.Images);
        writer.Count(submission.Count);
    }

    private static GenerationSubmission ReadGeneration(this ref StateReader reader) => new()
    {
        Id = reader.Text(),
        Origin = reader.Text(),
        Deadline = reader.Text(),
        Category = reader.OptionalName(),
        Tenant = reader.OptionalName(),
        Images = reader.Count(),
        Count = reader.Count(),
    };

    private static void Write(this StateWriter writer, GenerationVerdict verdict)
    {
        writer.Number(verdict.Decision.Provider);
        writer.Count(verdict.Decision.Steps);
        writer.Flag(verdict.IsReplaced);
        writer.Text(verdict.Rule);
        writer.Text(verdict.ScoreName);
        writer.Count(verdict.Options.Count);
        foreach (var option in verdict.Options)
        {
            writer.Count(option.Provider);
            writer.Count(option.Steps);
            writer.Real(option.Score ?? double.NaN);
            writer.Text(option.Masked ?? "");
        }
    }

    private static GenerationVerdict ReadVerdict(this ref StateReader reader, int providers)
    {
        var decision = new GenerationDecision(reader.Index(), reader.Count());
        var (isReplaced, rule, scoreName) = (reader.Flag(), reader.Text(), reader.Text());
        var options = new GenerationVerdictOption[reader.CountOf(11)];
        for (var i = 0; i < options.Length; i++)
        {
            var (provider, steps, score) = (reader.Count(), reader.Count(), reader.Real());
            if (provider >= providers)
                throw reader.Damaged($"an option of provider {provider} of {providers}");
            options[i] = new GenerationVerdictOption(provider, steps, double.IsNaN(score) ? null : score, reader.OptionalName());
        }

        return new GenerationVerdict(decision, isReplaced, rule, scoreName, options);
    }

    private static string? OptionalName(this ref StateReader reader) => reader.Text() is { Length: > 0 } name ? name : null;
}
