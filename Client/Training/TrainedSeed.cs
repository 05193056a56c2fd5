using ControlPlane.Simulation.Reports.Training;

namespace ControlPlane.Client.Training;

/// <summary>What a session came to.</summary>
/// <param name="Curve">Its rounds, also those before it was resumed.</param>
/// <param name="EndedEarly">Whether no better model had come for long enough.</param>
internal sealed record TrainedSeed(TrainingCurve Curve, bool EndedEarly);
