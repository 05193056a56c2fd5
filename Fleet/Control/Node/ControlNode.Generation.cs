using ControlPlane.Fleet.Control.Energy;
using ControlPlane.Fleet.Control.Generation;
using ControlPlane.Fleet.Journal;

namespace ControlPlane.Fleet.Control.Node;

/// <content>Service providers and generation jobs. A fleet without providers has none of it.</content>
public sealed partial class ControlNode
{
    private GenerationDesk? _generation;

    private double FoundedS => (_foundedAt - DateTimeOffset.UnixEpoch).TotalSeconds;

    /// <summary>Shows the providers, in the order of the fleet.</summary>
    public IReadOnlyList<ProviderView> Providers() => _generation is null ? [] : [.. _generation.Providers.Select(p => p.Show())];

    /// <summary>The slots of providers that wait for a decision.</summary>
    public IReadOnlyList<DispatchQuestion> UndecidedProviders() => _generation?.Undecided(FoundedS) ?? [];

    /// <summary>Takes a decision for the open slot of a provider. One for another slot changes nothing.</summary>
    /// <param name="provider">Provider index.</param>
    /// <param name="slot">Number of the slot.</param>
    /// <param name="decision">The decision.</param>
    /// <returns>Whether it was taken.</returns>
    public bool DecideProvider(int provider, long slot, in SlotDecision decision) => _generation?.Decide(provider, slot, decision) ?? false;

    /// <summary>What a provider would do for a cohort, by steps.</summary>
    /// <param name="provider">Its name.</param>
    /// <param name="question">The cohort.</param>
    /// <returns>Null when there is none of that name.</returns>
    /// <exception cref="ControlException">A field is wrong.</exception>
    public IReadOnlyList<QuoteView>? Quotes(string provider, QuoteQuestion question)
    {
        PassGeneration();
        return _generation?.IndexOf(provider) is >= 0 and var index ? _generation.Quotes(index, question, NowS) : null;
    }

    /// <summary>Lets a provider take work or not.</summary>
    /// <param name="provider">Its name.</param>
    /// <param name="isDraining">Whether it takes none.</param>
    /// <param name="expectedVersion">The version that the caller saw; null for any.</param>
    /// <param name="actor">Who asks.</param>
    /// <returns>The provider as it is then; null when there is none of that name.</returns>
    /// <exception cref="ControlException">Its version is another one.</exception>
    public ProviderView? DrainProvider(string provider, bool isDraining, long? expectedVersion, string actor)
    {
        if (_generation?.IndexOf(provider) is not (>= 0 and var index))
            return null;
        var desk = _generation.Providers[index];
        if (expectedVersion is { } seen && seen != desk.Version)
            throw new ControlException(ControlProblem.Conflict, $"the provider '{provider}' has version {desk.Version}, not {seen}");
        PassGeneration();
        if (!desk.Drain(isDraining))
            return desk.Show();
        AddAudit(actor, isDraining ? "provider.drain" : "provider.resume", provider, "");
        Note(isDraining ? NodeEvents.ProviderDrained : NodeEvents.ProviderResumed, null, -1, $"{provider}, {actor}");
        return desk.Show();
    }

    /// <summary>Submits generation jobs. The same submission under the same id changes nothing.</summary>
    /// <param name="submission">The jobs.</param>
    /// <param name="rule">What decides.</param>
    /// <returns>The jobs as they are then, and whether they are new.</returns>
    /// <exception cref="ControlException">A field is wrong, another submission has the id, there is no room, or the fleet has no providers.</exception>
    public GenerationAnswer Generate(GenerationSubmission submission, IGenerationRule rule)
    {
        ArgumentNullException.ThrowIfNull(submission);
        if (_generation is null)
            throw new ControlException(ControlProblem.Invalid, "the fleet has no service providers", field: "origin");
        PassGeneration();
        var isNew = _generation.Submit(submission, rule, NowS, FoundedS);
        return new GenerationAnswer(_generation.Find(submission.Id, FoundedS)!, isNew);
    }

    /// <summary>Shows generation jobs.</summary>
    /// <param name="id">Their id.</param>
    /// <returns>Null when they are unknown or forgotten.</returns>
    public GenerationJobView? FindGeneration(string id)
    {
        PassGeneration();
        return _generation?.Find(id, FoundedS);
    }

    /// <summary>Why generation jobs are where they are.</summary>
    /// <param name="id">Their id.</param>
    /// <returns>Null when they are unknown or forgotten.</returns>
    public GenerationReasons? WhyGeneration(string id)
    {
        PassGeneration();
        return _generation?.Why(id, FoundedS);
    }

    private void PassGeneration() => _generation?.Pass(NowS, FoundedS);

    private GenerationDesk? MakeGeneration() => _model.Generation is { } fleet
        ? new GenerationDesk(fleet, _settings.Capacity, _settings.Remembered, new PartLog(_log, (byte)NodeOperation.Generation, 0))
        : null;

    private void ReplayGeneration(ref StateReader reader)
    {
        if (_generation is null || reader.Count() != 0)
            throw reader.Damaged("work of providers, of which the fleet has none,");
        _generation.Replay(ref reader);
    }
}
