using ControlPlane.Fleet.Control;
using ControlPlane.Fleet.Control.Policies;
using ControlPlane.Policies.Learned.Live;
using ControlPlane.Silo.Embedded.Node.Deciding;

namespace ControlPlane.Silo.Embedded.Node;

/// <content>The trainer that learns from what takes effect.</content>
internal sealed partial class EmbeddedNode : ITrainedHost
{
    /// <inheritdoc/>
    public async Task<TrainerView> Trainer(CancellationToken cancellation = default) => _trainer is null
        ? new TrainerView(IsOn: false)
        : _trainer.Show() with { Versions = await Do((node, _) => VersionsOf(node.Policies()), cancellation) };

    /// <inheritdoc/>
    DecidingVersion ITrainedHost.Deciding() => Wait(Do(
        (node, _) => new DecidingVersion(NodePolicies.Spec(node, node.Life.Active), VersionsOf(node.Policies()).Count(v => v > node.Life.Active)), _stopping.Token));

    /// <inheritdoc/>
    void ITrainedHost.Publish(PolicyChoice policy, ReadOnlyMemory<byte> model, string note, bool asShadow)
    {
        var version = Wait(PublishPolicy(policy, note, LiveTrainingSettings.Actor, model, _stopping.Token));
        if (asShadow)
            Wait(Do((node, _) => ShadowIfNone(node, version.Version), _stopping.Token));
    }

    private static bool ShadowIfNone(Fleet.Control.Node.ControlNode node, int version)
    {
        if (node.Life.Shadow is not null || node.Life.Active == version)
            return false;
        node.Shadow(version, LiveTrainingSettings.Actor);
        return true;
    }

    private static int[] VersionsOf(IReadOnlyList<PolicyView> policies) => [.. policies.Where(p => p.PublishedBy == LiveTrainingSettings.Actor).Select(p => p.Version)];

    // On the trainer's thread, which has nothing else to do.
    private static T Wait<T>(Task<T> task) => task.GetAwaiter().GetResult();
}
