using ControlPlane.Fleet.Control;
using ControlPlane.Grains.Decisions;
using ControlPlane.Grains.Interfaces;
using ControlPlane.Policies.Catalog;
using ControlPlane.Policies.Learned.Live;

namespace ControlPlane.Grains.Training;

/// <summary>A region's coordinator, as a trainer asks it: on the trainer's thread, which waits.</summary>
/// <param name="coordinator">The coordinator.</param>
internal sealed class CoordinatorHost(ICoordinatorGrain coordinator) : ITrainedHost
{
    /// <inheritdoc/>
    public DecidingVersion Deciding() => Wait(async () =>
    {
        var published = await (await coordinator.Current(0, withFleet: false))!.WithModels(coordinator);
        var versions = await coordinator.Versions();
        return new DecidingVersion(
            published.Policy.ToSpec(), versions.Count(v => v.PublishedBy == LiveTrainingSettings.Actor && v.Version > published.Version));
    });

    /// <inheritdoc/>
    public void Publish(PolicyChoice policy, ReadOnlyMemory<byte> model, string note, bool asShadow) => Wait(async () =>
    {
        var spec = new PolicySpec(policy.Name, policy.Settings) { Model = new PolicyModel(policy.Model!.Name, model) };
        var version = await coordinator.Publish(spec.ToWire(), note, LiveTrainingSettings.Actor);
        if (asShadow && await coordinator.Life() is { Shadow: null } life && life.Active != version)
            await coordinator.Shadow(version, LiveTrainingSettings.Actor);
        return version;
    });

    // A coordinator that is away is no reason to learn no more.
    private static T Wait<T>(Func<Task<T>> ask)
    {
        try
        {
            return Task.Run(ask).GetAwaiter().GetResult();
        }
        catch (Exception error) when (error is not ControlException)
        {
            throw new ControlException(ControlProblem.Unavailable, $"the coordinator: {error.Message}");
        }
    }
}
