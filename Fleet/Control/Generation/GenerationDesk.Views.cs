using ControlPlane.Fleet.Control.Energy;

namespace ControlPlane.Fleet.Control.Generation;

/// <content>What is shown of providers and jobs.</content>
public sealed partial class GenerationDesk
{
    /// <summary>The open slots that wait for the decision of a dispatcher.</summary>
    /// <param name="foundedS">When the host's clock showed 0, seconds since 1970 in UTC.</param>
    public IReadOnlyList<DispatchQuestion> Undecided(double foundedS) => [.. _providers.Select((p, i) => p.Question(i, foundedS)).OfType<DispatchQuestion>()];

    /// <summary>Shows generation jobs.</summary>
    /// <param name="id">Their id.</param>
    /// <param name="foundedS">When the host's clock showed 0, seconds since 1970 in UTC.</param>
    /// <returns>Null when they are unknown or forgotten.</returns>
    public GenerationJobView? Find(string id, double foundedS) => _book.Find(id) is { } card ? Show(card, foundedS) : null;

    /// <summary>Why generation jobs are where they are.</summary>
    /// <param name="id">Their id.</param>
    /// <param name="foundedS">When the host's clock showed 0, seconds since 1970 in UTC.</param>
    /// <returns>Null when they are unknown or forgotten.</returns>
    public GenerationReasons? Why(string id, double foundedS)
    {
        if (_book.Find(id) is not { Verdict: var verdict } card)
            return null;
        var options = verdict.Options.Select(o =>
            new GenerationOptionView(_fleet.Providers[o.Provider].Name, o.Steps, o.Provider == verdict.Decision.Provider, o.Score, o.Masked));
        return new GenerationReasons(Show(card, foundedS), verdict.Rule, verdict.ScoreName, verdict.IsReplaced, [.. options]);
    }

    /// <summary>What a provider would do for a cohort, by steps. Binds nobody.</summary>
    /// <param name="provider">Provider index.</param>
    /// <param name="question">The cohort.</param>
    /// <param name="nowS">The present, seconds of the host's clock.</param>
    /// <exception cref="ControlException">A field is wrong.</exception>
    public IReadOnlyList<QuoteView> Quotes(int provider, QuoteQuestion question, double nowS)
    {
        ArgumentNullException.ThrowIfNull(question);
        var cohort = GenerationRules.CohortOf(question with { Origin = question.Origin ?? _fleet.Providers[provider].Name }, _fleet, 0, nowS);
        var transferS = _fleet.Link(cohort.Origin, provider).DelayS(cohort.Bytes);
        return [.. _fleet.Steps.Select(steps =>
        {
            var quote = _providers[provider].Quote(cohort, steps, transferS);
            return new QuoteView(steps, quote.IsFeasible, double.IsNaN(quote.PriceUsd) ? null : quote.PriceUsd, quote.CompletionS, quote.Quality, quote.LoadShare);
        })];
    }

    private GenerationJobView Show(GenerationCard card, double foundedS) => new(
        card.Submission,
        card.Provider < 0 ? GenerationState.Declined : card.Outcome is null ? GenerationState.Open : GenerationState.Closed,
        card.Provider < 0 ? null : _fleet.Providers[card.Provider].Name,
        card.Provider < 0 ? null : card.Steps,
        card.Provider < 0 ? null : card.QuotedS,
        At(foundedS + card.SubmittedS),
        At(foundedS + (card.Provider < 0 ? card.SubmittedS : (card.Slot + 1) * _fleet.SlotS)),
        card.Outcome,
        card.Reason.Length == 0 ? null : card.Reason,
        card.Outcome is null ? 1 : 2);

    // To the microsecond: more than that the seconds of a double do not have.
    private static DateTimeOffset At(double unixS) => DateTimeOffset.UnixEpoch.AddMicroseconds(Math.Round(unixS * 1e6));
}
