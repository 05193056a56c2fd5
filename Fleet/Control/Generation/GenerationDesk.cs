using ControlPlane.Fleet.Control.Energy;
using ControlPlane.Fleet.Control.Node;
using ControlPlane.Fleet.Generation;
using ControlPlane.Fleet.Journal;

namespace ControlPlane.Fleet.Control.Generation;

/// <summary>
/// The service providers of a host and the jobs that they were given. A rule says where jobs go; who declines them there is followed by the provider at which they were
/// submitted, and when that declines too they are declined for good. What became of them is known when the slot closes.
/// </summary>
public sealed partial class GenerationDesk : IJournalled
{
    private readonly GenerationFleet _fleet;
    private readonly IOperationLog _log;
    private readonly int _capacity;
    private readonly GenerationBook _book;
    private readonly ProviderDesk[] _providers;
    private long _nextNumber = 1;

    /// <summary>Makes the desk of providers without work.</summary>
    /// <param name="fleet">The providers.</param>
    /// <param name="capacity">The most jobs of open slots.</param>
    /// <param name="remembered">How many submissions are remembered whose slot is closed.</param>
    /// <param name="log">Receives its operations.</param>
    /// <exception cref="ArgumentException">A provider cannot be; the message names the field.</exception>
    public GenerationDesk(GenerationFleet fleet, int capacity, int remembered, IOperationLog log)
    {
        ArgumentNullException.ThrowIfNull(fleet);
        (_fleet, _log, _capacity, _book) = (fleet, log, capacity, new GenerationBook(remembered));
        _providers = [.. fleet.Providers.Select((_, i) => new ProviderDesk(i, fleet, new PartLog(log, (byte)GenerationOperation.Provider, i), o => _book.Answer(o)))];
    }

    /// <summary>The providers, to be read only.</summary>
    public IReadOnlyList<ProviderDesk> Providers => _providers;

    /// <summary>Lets time pass: slots whose time is over are closed.</summary>
    /// <param name="nowS">The present, seconds of the host's clock.</param>
    /// <param name="foundedS">When that clock showed 0, seconds since 1970 in UTC.</param>
    /// <returns>Whether any was.</returns>
    public bool Pass(double nowS, double foundedS)
    {
        var next = (int)(nowS / _fleet.SlotS);
        if (_providers[0].OpenSlot >= next)
            return false;
        foreach (var provider in _providers)
            provider.CloseSlots(next, foundedS);
        return true;
    }

    /// <summary>Submits alike jobs. The same submission under the same id changes nothing. Time has passed up to the present.</summary>
    /// <param name="submission">The jobs.</param>
    /// <param name="rule">What decides.</param>
    /// <param name="nowS">The present, seconds of the host's clock.</param>
    /// <param name="foundedS">When that clock showed 0, seconds since 1970 in UTC.</param>
    /// <returns>Whether they are new.</returns>
    /// <exception cref="ControlException">A field is wrong, another submission has the id, or there is no room.</exception>
    public bool Submit(GenerationSubmission submission, IGenerationRule rule, double nowS, double foundedS)
    {
        ArgumentNullException.ThrowIfNull(submission);
        ArgumentNullException.ThrowIfNull(rule);
        var cohort = GenerationRules.CohortOf(submission, _fleet, _nextNumber, nowS);
        if (_book.Find(submission.Id) is { } known)
        {
            return known.Submission == submission
                ? false
                : throw new ControlException(ControlProblem.Conflict, $"other generation jobs were submitted under the id '{submission.Id}'");
        }

        if (_book.OpenJobs + submission.Count > _capacity)
            throw new ControlException(ControlProblem.Busy, $"the open slot has {_book.OpenJobs} of at most {_capacity} generation jobs", _fleet.SlotS);
        Keep(Send(submission, cohort, rule.Decide(Question(cohort, foundedS)), nowS));
        return true;
    }

    /// <summary>Takes the decision of a site's dispatcher for the open slot of a provider.</summary>
    /// <param name="provider">Provider index.</param>
    /// <param name="slot">The slot.</param>
    /// <param name="decision">The decision.</param>
    /// <returns>False when another slot is open or it has a decision.</returns>
    public bool Decide(int provider, long slot, in SlotDecision decision) => _providers[provider].Decide(slot, decision);

    /// <summary>Index of a provider.</summary>
    /// <param name="name">Its name.</param>
    /// <returns>-1 when there is none.</returns>
    public int IndexOf(string name)
    {
        for (var i = 0; i < _providers.Length; i++)
        {
            if (_fleet.Providers[i].Name == name)
                return i;
        }

        return -1;
    }

    private GenerationCard Send(GenerationSubmission submission, in GenerationCohort cohort, GenerationVerdict verdict, double nowS)
    {
        var (wanted, steps) = verdict.Decision;
        if (wanted < 0 || wanted >= _providers.Length || steps < 1)
            throw new ArgumentException($"a rule decided for provider {wanted} and {steps} steps", nameof(verdict));
        var reason = "";
        foreach (var provider in wanted == cohort.Origin ? [wanted] : new[] { wanted, cohort.Origin })
        {
            var link = _fleet.Link(cohort.Origin, provider);
            var transferS = link.DelayS(cohort.Bytes);
            var quote = _providers[provider].Quote(cohort, steps, transferS);
            var answer = _providers[provider].Offer(new TransferOffer(cohort, steps, transferS), cohort.Count * link.CostUsd(cohort.Bytes));
            if (answer == TransferAnswer.Accepted)
                return Card(provider, quote.CompletionS);
            reason += $"{(reason.Length > 0 ? "; " : "")}{_fleet.Providers[provider].Name} {(answer == TransferAnswer.DeclinedDraining ? "is draining" : "is full")}";
        }

        _providers[cohort.Origin].Refuse(cohort.Count, cohort.Images);
        return Card(-1, 0);

        GenerationCard Card(int provider, double quotedS) => new()
        {
            Number = _nextNumber,
            Submission = submission,
            SubmittedS = nowS,
            Slot = _providers[0].OpenSlot,
            Provider = provider,
            Steps = steps,
            QuotedS = quotedS,
            Reason = reason,
            Verdict = verdict,
        };
    }

    private void Keep(GenerationCard card)
    {
        var writer = _log.Open();
        writer.Byte((byte)GenerationOperation.Card);
        writer.Write(card);
        _log.Close();
        Add(card);
    }

    private void Add(GenerationCard card)
    {
        _nextNumber = card.Number + 1;
        _book.Add(card);
    }

    private GenerationQuestion Question(GenerationCohort cohort, double foundedS)
    {
        var slot = _providers[0].OpenSlot;
        var hour = (foundedS + slot * _fleet.SlotS) / 3_600 % 24;
        return new GenerationQuestion(_fleet, cohort, slot, hour, [.. _providers.Select((p, i) => Ask(p, i, cohort))]);
    }

    private AskedProvider Ask(ProviderDesk provider, int index, GenerationCohort cohort)
    {
        var link = _fleet.Link(cohort.Origin, index);
        var transferS = link.DelayS(cohort.Bytes);
        return new AskedProvider(
            provider.Status, provider.Conditions, provider.Soc, link.CostUsd(cohort.Bytes), [.. _fleet.Steps.Select(steps => provider.Quote(cohort, steps, transferS))]);
    }
}
