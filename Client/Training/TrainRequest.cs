namespace ControlPlane.Client.Training;

/// <summary>What is to be trained and how.</summary>
/// <param name="What">What is trained on what.</param>
/// <param name="Seeds">A session each.</param>
/// <param name="Parallel">Sessions side by side, ≥ 1; does not change results.</param>
/// <param name="Folder">Where everything is kept.</param>
/// <param name="Resumes">Whether it goes on from what is there.</param>
internal sealed record TrainRequest(ITraining What, IReadOnlyList<long> Seeds, int Parallel, string Folder, bool Resumes);
