using ControlPlane.Simulation.Training;

namespace ControlPlane.Client.Training;

/// <summary>A row of a session's telemetry.</summary>
/// <param name="Round">The round.</param>
/// <param name="ProcessorS">Processor time that it took, s; NaN where the system does not tell.</param>
internal sealed record TelemetryRow(TrainingRound Round, double ProcessorS);
