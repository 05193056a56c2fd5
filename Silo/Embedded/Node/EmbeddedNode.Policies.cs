using ControlPlane.Fleet.Control;
using ControlPlane.Fleet.Control.Node;
using ControlPlane.Fleet.Control.Policies;
using ControlPlane.Silo.Hosting;

namespace ControlPlane.Silo.Embedded.Node;

/// <content>The versions of the policy and their life.</content>
internal sealed partial class EmbeddedNode
{
    /// <inheritdoc/>
    public Task<IReadOnlyList<PolicyView>> Policies(CancellationToken cancellation = default) => Do((node, _) => node.Policies(), cancellation);

    /// <inheritdoc/>
    public async Task<PolicyView> PublishPolicy(PolicyChoice policy, string note, string actor, ReadOnlyMemory<byte> model = default, CancellationToken cancellation = default)
    {
        // Not on the node's loop: a model is read and tried.
        var wanted = await Task.Run(() => PublishedChoice.Require(policy, model, _model, _decisions.Catalog), cancellation);
        return await Do(
            (node, _) =>
            {
                var number = node.Publish(wanted.Choice, note, actor, wanted.Model);
                return node.Policies()[number - 1];
            },
            cancellation);
    }

    /// <inheritdoc/>
    public Task<PolicyView?> ActivatePolicy(int version, string actor, CancellationToken cancellation = default) =>
        Do((node, _) => node.Activate(version, actor) ? node.Policies()[version - 1] : null, cancellation);

    /// <inheritdoc/>
    public Task<PolicyLifeView> PolicyLife(CancellationToken cancellation = default) => Change(_ => { }, cancellation);

    /// <inheritdoc/>
    public Task<PolicyLifeView> ShadowPolicy(int? version, string actor, CancellationToken cancellation = default) => Change(n => n.Shadow(version, actor), cancellation);

    /// <inheritdoc/>
    public Task<PolicyLifeView> CanaryPolicy(int? version, double share, string actor, CancellationToken cancellation = default) =>
        Change(n => n.Canary(version, share, actor), cancellation);

    /// <inheritdoc/>
    public Task<PolicyLifeView> PromotePolicy(string actor, CancellationToken cancellation = default) => Change(n => n.Promote(actor), cancellation);

    /// <inheritdoc/>
    public Task<PolicyLifeView> RollBackPolicy(string actor, CancellationToken cancellation = default) => Change(n => n.RollBack(actor), cancellation);

    // What the shadow said is an operation of its own: a change that is refused must have journalled nothing.
    private async Task<PolicyLifeView> Change(Action<ControlNode> change, CancellationToken cancellation)
    {
        await Do(Look, cancellation);
        return await Do(
            (node, _) =>
            {
                change(node);
                return node.ShowLife();
            },
            cancellation);
    }

    private bool Look(ControlNode node, NodeRules rules)
    {
        _policy.Look(node);
        return true;
    }
}
