using ControlPlane.Grains.Interfaces;
using ControlPlane.Grains.Interfaces.Mapping;
using ControlPlane.Grains.Interfaces.Wire;
using Microsoft.Extensions.Options;

namespace ControlPlane.Grains.Training;

/// <summary>Hands what workers decided to the region's trainer, which learns beside the turns of this grain.</summary>
/// <param name="options">Whether and how it learns.</param>
/// <param name="time">The clock.</param>
public sealed class TrainerGrain(IOptions<RegionTrainerOptions> options, TimeProvider time) : Grain, ITrainerGrain
{
    private RegionTrainer? _trainer;

    /// <inheritdoc/>
    public async Task Tell(SeenDecisionsRecord seen)
    {
        ArgumentNullException.ThrowIfNull(seen);
        if (options.Value is not { Training: not null, Judge: not null })
            return;
        _trainer ??= await Begin();
        _trainer.Tell(seen);
    }

    /// <inheritdoc/>
    public Task<TrainerRecord> Show()
    {
        var isOn = options.Value is { Training: not null, Judge: not null };
        var v = _trainer?.Show() ?? new(isOn);
        return Task.FromResult(new TrainerRecord(
            isOn, v.Began, v.Problem, v.Decisions, v.Held, v.Outside, v.Dropped, v.Waiting, v.Updates, v.Loss, v.Published, v.Refused, v.LastRefusal, v.WorkedS));
    }

    /// <inheritdoc/>
    public override Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken)
    {
        _trainer?.Dispose();
        return base.OnDeactivateAsync(reason, cancellationToken);
    }

    private async Task<RegionTrainer> Begin()
    {
        var region = this.GetPrimaryKeyString();
        var coordinator = GrainFactory.GetGrain<ICoordinatorGrain>(region);
        var published = (await coordinator.Current(0, withFleet: true))!;
        // The shortest paths of a wide fleet take a while: not in a turn.
        var model = await Task.Run(published.Fleet!.ToFleet);
        return new RegionTrainer(region, model, published, options.Value, new CoordinatorHost(coordinator), time);
    }
}
