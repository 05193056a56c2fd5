using ControlPlane.Fleet.Control;
using ControlPlane.Fleet.Control.Generation;
using ControlPlane.Fleet.Journal;
using ControlPlane.Policies.Generation.Live;

namespace ControlPlane.Host.Tests.Http;

/// <content>Two service providers; their slots pass when a test says so.</content>
internal sealed partial class FakeControlPlane
{
    private readonly GenerationDesk _generation = new(TestFleets.Providers(), 20_000, 1_000, new OperationBuffer());
    private readonly LiveGeneration _rule = new(LiveGeneration.Default);
    private double _generationS;

    public Task<IReadOnlyList<ProviderView>> Providers(CancellationToken cancellation = default) =>
        Done<IReadOnlyList<ProviderView>>(() => [.. _generation.Providers.Select(p => p.Show())]);

    public Task<IReadOnlyList<QuoteView>?> Quotes(string provider, QuoteQuestion question, CancellationToken cancellation = default) =>
        Done(() => _generation.IndexOf(provider) is >= 0 and var index ? _generation.Quotes(index, question, _generationS) : null);

    public Task<ProviderView?> DrainProvider(string provider, bool isDraining, long? expectedVersion, string actor, CancellationToken cancellation = default) => Done(() =>
    {
        if (_generation.IndexOf(provider) is not (>= 0 and var index))
            return null;
        var desk = _generation.Providers[index];
        if (expectedVersion is { } seen && seen != desk.Version)
            throw new ControlException(ControlProblem.Conflict, $"the provider '{provider}' has version {desk.Version}, not {seen}");
        if (desk.Drain(isDraining))
            AddAudit(actor, isDraining ? "provider.drain" : "provider.resume", provider);
        return desk.Show();
    });

    public Task<GenerationAnswer> Generate(GenerationSubmission submission, CancellationToken cancellation = default) => Done(() =>
    {
        var isNew = _generation.Submit(submission, _rule, _generationS, BeginS);
        return new GenerationAnswer(_generation.Find(submission.Id, BeginS)!, isNew);
    });

    public Task<GenerationJobView?> FindGeneration(string id, CancellationToken cancellation = default) => Done(() => _generation.Find(id, BeginS));

    public Task<GenerationReasons?> WhyGeneration(string id, CancellationToken cancellation = default) => Done(() => _generation.Why(id, BeginS));

    /// <summary>The open slots of all providers close.</summary>
    public void CloseGenerationSlot() => Locked(() => _generation.Pass(_generationS += 300, BeginS));
}
