using ControlPlane.Fleet.Control;
using ControlPlane.Fleet.Control.Policies;
using ControlPlane.Grains.Decisions;
using ControlPlane.Grains.Interfaces.Wire;
using ControlPlane.Policies.Catalog;
using ControlPlane.Policies.Learned.Live;
using ControlPlane.Silo.Hosting;

namespace ControlPlane.Silo.Orleans.Plane;

/// <content>The versions of the policy and their life.</content>
internal sealed partial class ClusterPlane
{
    /// <inheritdoc/>
    public Task<IReadOnlyList<PolicyView>> Policies(CancellationToken cancellation = default) => calls.Call(
        async _ =>
        {
            var counts = (await calls.Coordinator.Counts()).ToDictionary(c => c.Version);
            return (IReadOnlyList<PolicyView>)[.. (await calls.Coordinator.Versions()).Select(v => Show(v, counts.GetValueOrDefault(v.Version)))];
        },
        cancellation);

    /// <inheritdoc/>
    public async Task<PolicyView> PublishPolicy(PolicyChoice policy, string note, string actor, ReadOnlyMemory<byte> model = default, CancellationToken cancellation = default)
    {
        var region = await calls.Find(cancellation);
        var wanted = await Task.Run(() => PublishedChoice.Require(policy, model, region.Model, PolicyCatalog.All), cancellation);
        var spec = new PolicySpec(wanted.Choice.Name, wanted.Choice.Settings) { Model = wanted.Choice.Model is { } mark ? new PolicyModel(mark.Name, wanted.Model) : null };
        var version = await calls.Call(_ => calls.Coordinator.Publish(spec.ToWire(), note, actor), cancellation);
        return (await Policies(cancellation)).First(p => p.Version == version);
    }

    /// <inheritdoc/>
    public async Task<PolicyView?> ActivatePolicy(int version, string actor, CancellationToken cancellation = default)
    {
        if ((await Policies(cancellation)).All(p => p.Version != version))
            return null;
        await calls.Call(_ => calls.Coordinator.Activate(version, actor), cancellation);
        return (await Policies(cancellation)).First(p => p.Version == version);
    }

    /// <inheritdoc/>
    public Task<PolicyLifeView> PolicyLife(CancellationToken cancellation = default) => Live(() => calls.Coordinator.Life(), cancellation);

    /// <inheritdoc/>
    public Task<PolicyLifeView> ShadowPolicy(int? version, string actor, CancellationToken cancellation = default) =>
        Live(() => calls.Coordinator.Shadow(version, actor), cancellation);

    /// <inheritdoc/>
    public Task<PolicyLifeView> CanaryPolicy(int? version, double share, string actor, CancellationToken cancellation = default) =>
        Live(() => calls.Coordinator.Canary(version, share, actor), cancellation);

    /// <inheritdoc/>
    public Task<PolicyLifeView> PromotePolicy(string actor, CancellationToken cancellation = default) => Live(() => calls.Coordinator.Promote(actor), cancellation);

    /// <inheritdoc/>
    public Task<PolicyLifeView> RollBackPolicy(string actor, CancellationToken cancellation = default) => Live(() => calls.Coordinator.RollBack(actor), cancellation);

    /// <inheritdoc/>
    public Task<TrainerView> Trainer(CancellationToken cancellation = default) => calls.Call(
        async _ =>
        {
            var shown = await calls.Trainer.Show();
            return new TrainerView(shown.IsOn)
            {
                Began = shown.Began,
                Problem = shown.Problem,
                Decisions = shown.Decisions,
                Held = shown.Held,
                Outside = shown.Outside,
                Dropped = shown.Dropped,
                Waiting = shown.Waiting,
                Updates = shown.Updates,
                Loss = shown.Loss,
                Published = shown.Published,
                Versions = [.. (await calls.Coordinator.Versions()).Where(v => v.PublishedBy == LiveTrainingSettings.Actor).Select(v => v.Version)],
                Refused = shown.Refused,
                LastRefusal = shown.LastRefusal,
                WorkedS = shown.WorkedS,
            };
        },
        cancellation);

    private Task<PolicyLifeView> Live(Func<Task<PolicyLifeRecord>> ask, CancellationToken cancellation) => calls.Call(
        async _ =>
        {
            var life = await ask();
            var counted = life.Canary is null ? null : (await calls.Coordinator.Counts()).FirstOrDefault(c => c.Version == life.Canary);
            var canary = life.Canary is { } version ? new CanaryView(version, life.Share, counted?.Decisions ?? 0, counted?.Replaced ?? 0, counted?.FailedInARow ?? 0) : null;
            var shadow = life.Shadow is null || await calls.Coordinator.ShadowStand() is not { } stand ? null : ShadowView.Of(stand.Version, stand.SinceUtc, stand.Tally.ToFleet());
            return new PolicyLifeView(life.Publication, life.Active, life.Before, shadow, canary, life.Ended.Length > 0 ? life.Ended : null);
        },
        cancellation);

    private static PolicyView Show(PolicyVersionRecord version, VersionCountRecord? counted) => new(
        version.Version,
        new PolicyChoice(
            version.Policy.Name,
            version.Policy.Settings.ToDictionary(s => s.Name, s => s.Value),
            version.Policy.Model is { } model ? new ModelMark(model.Name, model.Digest, model.Length) : null),
        version.Note,
        version.PublishedUtc,
        version.PublishedBy,
        version.IsActive,
        counted?.Decisions ?? 0,
        counted?.Replaced ?? 0);
}
