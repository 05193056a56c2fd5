using ControlPlane.Simulation.Results;

namespace ControlPlane.Simulation.Studies;

/// <summary>How far a study is. Sent from any of its threads, one at a time.</summary>
/// <param name="Finished">Runs that are done.</param>
/// <param name="Total">Runs of the plan.</param>
/// <param name="Share">Share of all simulated time that is done, 0..1.</param>
/// <param name="Latest">The run that has just ended, if one has.</param>
public readonly record struct StudyProgress(int Finished, int Total, double Share, RunResult? Latest);
