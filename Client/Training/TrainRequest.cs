using ControlPlane.Policies.Catalog;
using ControlPlane.Policies.Learned;
using ControlPlane.Simulation.Training;

namespace ControlPlane.Client.Training;

/// <summary>What is to be trained and how.</summary>
/// <param name="Learner">The learner with its settings.</param>
/// <param name="Plan">What it learns from; the seed is that of each session.</param>
/// <param name="Seeds">A session each.</param>
/// <param name="Parallel">Sessions side by side, ≥ 1; does not change results.</param>
/// <param name="Folder">Where everything is kept.</param>
/// <param name="Resumes">Whether it goes on from what is there.</param>
internal sealed record TrainRequest(PolicySpec Learner, TrainingPlan Plan, IReadOnlyList<long> Seeds, int Parallel, string Folder, bool Resumes)
{
    /// <summary>Makes what learns.</summary>
    /// <param name="seed">Seed of all its randomness.</param>
    public IPlacementLearner NewLearner(long seed) => LearnerCatalog.Create(Learner, Plan.Scenario.Fleet, seed);
}
