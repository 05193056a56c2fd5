using ControlPlane.Policies.Catalog;

namespace ControlPlane.Policies.Learned;

/// <summary>What a trained policy decides with, as <see cref="LearnedModels.Read(ReadOnlyMemory{byte})"/> reads it. Immutable; several policies may share one.</summary>
public interface ILearnedModel : ITrainedModel
{
    /// <summary>Makes a policy that decides with it.</summary>
    /// <param name="context">What a policy is made with.</param>
    /// <param name="budgetS">Mean service time to keep, s; infinite for the least energy.</param>
    /// <exception cref="ArgumentException">It was trained for another fleet.</exception>
    IPlacementPolicy Decide(PolicyContext context, double budgetS);

    /// <summary>The same with a card that says how it did in held-out runs.</summary>
    /// <param name="energyAbovePercent">Mean energy above the frontier, %.</param>
    ILearnedModel Measured(double energyAbovePercent);
}
