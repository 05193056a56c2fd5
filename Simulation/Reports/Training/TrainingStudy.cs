using ControlPlane.Simulation.Training;

namespace ControlPlane.Simulation.Reports.Training;

/// <summary>A training to report on.</summary>
/// <param name="Learner">The learner with its settings, as tables name it.</param>
/// <param name="Scenario">Name of what it learned from.</param>
/// <param name="HeldOut">What its held-out runs measure.</param>
/// <param name="FigureNames">Names of the learner's own numbers, in the order of those of a round.</param>
/// <param name="Curves">A curve a seed, at least one.</param>
public sealed record TrainingStudy(string Learner, string Scenario, HeldOutKind HeldOut, IReadOnlyList<string> FigureNames, IReadOnlyList<TrainingCurve> Curves);
