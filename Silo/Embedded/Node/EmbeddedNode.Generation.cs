using ControlPlane.Fleet.Control.Generation;

namespace ControlPlane.Silo.Embedded.Node;

/// <content>Service providers and generation jobs.</content>
internal sealed partial class EmbeddedNode
{
    /// <inheritdoc/>
    public Task<IReadOnlyList<ProviderView>> Providers(CancellationToken cancellation = default) => Do((node, _) => node.Providers(), cancellation);

    /// <inheritdoc/>
    public Task<IReadOnlyList<QuoteView>?> Quotes(string provider, QuoteQuestion question, CancellationToken cancellation = default) =>
        Do((node, _) => node.Quotes(provider, question), cancellation);

    /// <inheritdoc/>
    public Task<ProviderView?> DrainProvider(string provider, bool isDraining, long? expectedVersion, string actor, CancellationToken cancellation = default) =>
        Do((node, _) => node.DrainProvider(provider, isDraining, expectedVersion, actor), cancellation);

    /// <inheritdoc/>
    public Task<GenerationAnswer> Generate(GenerationSubmission submission, CancellationToken cancellation = default) =>
        Do((node, _) => node.Generate(submission, _providers.Rule), cancellation);

    /// <inheritdoc/>
    public Task<GenerationJobView?> FindGeneration(string id, CancellationToken cancellation = default) => Do((node, _) => node.FindGeneration(id), cancellation);

    /// <inheritdoc/>
    public Task<GenerationReasons?> WhyGeneration(string id, CancellationToken cancellation = default) => Do((node, _) => node.WhyGeneration(id), cancellation);
}
