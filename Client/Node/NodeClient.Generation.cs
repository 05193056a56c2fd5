using ControlPlane.Fleet.Control.Generation;

namespace ControlPlane.Client.Node;

internal sealed partial class NodeClient
{
    /// <summary>The service providers.</summary>
    public Task<IReadOnlyList<ProviderView>> Providers(CancellationToken cancellation) => Call<IReadOnlyList<ProviderView>>(HttpMethod.Get, "/v1/providers", cancellation);

    /// <summary>One service provider.</summary>
    public Task<ProviderView> Provider(string name, CancellationToken cancellation) => Call<ProviderView>(HttpMethod.Get, ProviderPath(name), cancellation);

    /// <summary>What a service provider would do for alike jobs.</summary>
    public Task<IReadOnlyList<QuoteView>> Quotes(string name, QuoteQuestion question, CancellationToken cancellation) =>
        Call<IReadOnlyList<QuoteView>>(HttpMethod.Post, $"{ProviderPath(name)}/quotes", cancellation, question);

    /// <summary>Lets a service provider take work or not.</summary>
    public Task<ProviderView> DrainProvider(string name, bool isDraining, CancellationToken cancellation) =>
        Call<ProviderView>(HttpMethod.Post, $"{ProviderPath(name)}/{(isDraining ? "drain" : "resume")}", cancellation);

    /// <summary>Submits alike generation jobs.</summary>
    public Task<GenerationJobView> Generate(GenerationSubmission jobs, CancellationToken cancellation) =>
        Call<GenerationJobView>(HttpMethod.Post, "/v1/generations", cancellation, jobs);

    /// <summary>Generation jobs.</summary>
    public Task<GenerationJobView> Generation(string id, CancellationToken cancellation) => Call<GenerationJobView>(HttpMethod.Get, GenerationPath(id), cancellation);

    /// <summary>Why generation jobs are where they are.</summary>
    public Task<GenerationReasons> WhyGeneration(string id, CancellationToken cancellation) =>
        Call<GenerationReasons>(HttpMethod.Get, $"{GenerationPath(id)}/why", cancellation);

    private static string ProviderPath(string name) => $"/v1/providers/{Uri.EscapeDataString(name)}";

    private static string GenerationPath(string id) => $"/v1/generations/{Uri.EscapeDataString(id)}";
}
