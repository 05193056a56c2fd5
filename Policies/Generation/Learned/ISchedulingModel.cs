using ControlPlane.Policies.Learned;

namespace ControlPlane.Policies.Generation.Learned;

/// <summary>What a trained policy for generation jobs decides with, as <see cref="SchedulingModels.Read"/> reads it. Immutable; several policies may share one.</summary>
public interface ISchedulingModel : ITrainedModel
{
    /// <summary>Makes a policy that decides with it.</summary>
    IGenerationPolicy NewPolicy();

    /// <summary>The same with a card that says how it did on held-out days.</summary>
    /// <param name="utilityUsd">Mean utility, USD a day.</param>
    ISchedulingModel Measured(double utilityUsd);
}
