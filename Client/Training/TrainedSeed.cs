using ControlPlane.Simulation.Reports.Training;

namespace ControlPlane.Client.Training;

/// <summary>What a session came to.</summary>
/// <param name="Curve">Its rounds, also those before it was resumed.</param>
/// <param name="ProcessorS">Processor time of all of them, s; NaN where the system does not tell.</param>
/// <param name="EndedEarly">Whether no better model had come for long enough.</param>
internal sealed record TrainedSeed(TrainingCurve Curve, double ProcessorS, bool EndedEarly);
