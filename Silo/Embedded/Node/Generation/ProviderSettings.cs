using ControlPlane.Policies.Catalog;
using ControlPlane.Policies.Dispatch.Live;
using ControlPlane.Policies.Generation.Live;

namespace ControlPlane.Silo.Embedded.Node.Generation;

/// <summary>How a node runs its service providers.</summary>
internal sealed record ProviderSettings
{
    /// <summary>What decides about generation jobs.</summary>
    public PolicySpec Rule { get; init; } = LiveGeneration.Default;

    /// <summary>How the batteries of their sites are told what to do, with prices and weather by provider index.</summary>
    public DispatchSettings Dispatch { get; init; } = new();
}
