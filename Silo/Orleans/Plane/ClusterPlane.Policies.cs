using ControlPlane.Fleet.Control;
using ControlPlane.Fleet.Control.Policies;

namespace ControlPlane.Silo.Orleans.Plane;

/// <content>The life of the policy.</content>
internal sealed partial class ClusterPlane
{
    /// <inheritdoc/>
    public Task<PolicyLifeView> PolicyLife(CancellationToken cancellation = default) => throw Unsupported();

    /// <inheritdoc/>
    public Task<PolicyLifeView> ShadowPolicy(int? version, string actor, CancellationToken cancellation = default) => throw Unsupported();

    /// <inheritdoc/>
    public Task<PolicyLifeView> CanaryPolicy(int? version, double share, string actor, CancellationToken cancellation = default) => throw Unsupported();

    /// <inheritdoc/>
    public Task<PolicyLifeView> PromotePolicy(string actor, CancellationToken cancellation = default) => throw Unsupported();

    /// <inheritdoc/>
    public Task<PolicyLifeView> RollBackPolicy(string actor, CancellationToken cancellation = default) => throw Unsupported();

    private static ControlException Unsupported() => new(ControlProblem.Unsupported, "a region does not offer it");
}
