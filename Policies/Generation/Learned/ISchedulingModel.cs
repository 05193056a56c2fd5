using ControlPlane.Policies.Learned;

namespace ControlPlane.Policies.Generation.Learned;

/// <summary>What a trained policy for generation jobs decides with. Immutable; several policies may share one.</summary>
public interface ISchedulingModel
{
    /// <summary>What it says about itself.</summary>
    ModelCard Card { get; }

    /// <summary>How many numbers were learned.</summary>
    long Parameters { get; }

    /// <summary>Makes a policy that decides with it.</summary>
    IGenerationPolicy NewPolicy();

    /// <summary>The same with a card that says how it did on held-out days.</summary>
    /// <param name="utilityUsd">Mean utility, USD a day.</param>
    ISchedulingModel Measured(double utilityUsd);

    /// <summary>Its bytes, as <see cref="SchedulingModels.Read"/> reads them.</summary>
    byte[] ToBytes();
}
