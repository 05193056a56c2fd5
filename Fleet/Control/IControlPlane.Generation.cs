using ControlPlane.Fleet.Control.Generation;

namespace ControlPlane.Fleet.Control;

/// <content>Service providers and generation jobs. A host that keeps none refuses them as unsupported.</content>
public partial interface IControlPlane
{
    /// <summary>All service providers, in the order of the fleet; empty for a fleet without any.</summary>
    /// <param name="cancellation">Ends the wait.</param>
    /// <exception cref="ControlException">The host keeps no providers.</exception>
    Task<IReadOnlyList<ProviderView>> Providers(CancellationToken cancellation = default) => NoProviders<IReadOnlyList<ProviderView>>();

    /// <summary>What a provider would do for a cohort, by steps. Binds nobody.</summary>
    /// <param name="provider">Its name.</param>
    /// <param name="question">The cohort.</param>
    /// <param name="cancellation">Ends the wait.</param>
    /// <returns>Null when there is none of that name.</returns>
    /// <exception cref="ControlException">A field is wrong, or the host keeps no providers.</exception>
    Task<IReadOnlyList<QuoteView>?> Quotes(string provider, QuoteQuestion question, CancellationToken cancellation = default) => NoProviders<IReadOnlyList<QuoteView>?>();

    /// <summary>Lets a provider take work or not; what it has stays.</summary>
    /// <param name="provider">Its name.</param>
    /// <param name="isDraining">Whether it takes none.</param>
    /// <param name="expectedVersion">The version that the caller saw; null for any.</param>
    /// <param name="actor">Who asks, for the audit log.</param>
    /// <param name="cancellation">Ends the wait.</param>
    /// <returns>The provider as it is then; null when there is none of that name.</returns>
    /// <exception cref="ControlException">Its version is not the expected one, or the host keeps no providers.</exception>
    Task<ProviderView?> DrainProvider(string provider, bool isDraining, long? expectedVersion, string actor, CancellationToken cancellation = default) => NoProviders<ProviderView?>();

    /// <summary>Submits alike generation jobs, about which one decision is taken. Submitting the same under the same id again changes nothing.</summary>
    /// <param name="submission">The jobs.</param>
    /// <param name="cancellation">Ends the wait; the outcome is then unknown.</param>
    /// <exception cref="ControlException">A field is wrong, other jobs have the id, there is no room, or the host keeps no providers.</exception>
    Task<GenerationAnswer> Generate(GenerationSubmission submission, CancellationToken cancellation = default) => NoProviders<GenerationAnswer>();

    /// <summary>Finds generation jobs.</summary>
    /// <param name="id">Their id.</param>
    /// <param name="cancellation">Ends the wait.</param>
    /// <returns>Null when they are unknown or forgotten.</returns>
    /// <exception cref="ControlException">The host keeps no providers.</exception>
    Task<GenerationJobView?> FindGeneration(string id, CancellationToken cancellation = default) => NoProviders<GenerationJobView?>();

    /// <summary>Why generation jobs are where they are.</summary>
    /// <param name="id">Their id.</param>
    /// <param name="cancellation">Ends the wait.</param>
    /// <returns>Null when they are unknown or forgotten.</returns>
    /// <exception cref="ControlException">The host keeps no providers.</exception>
    Task<GenerationReasons?> WhyGeneration(string id, CancellationToken cancellation = default) => NoProviders<GenerationReasons?>();

    private static Task<T> NoProviders<T>() =>
        Task.FromException<T>(new ControlException(ControlProblem.Unsupported, "this host keeps no service providers; an embedded node does"));
}
