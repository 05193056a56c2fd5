namespace ControlPlane.Simulation.Generation.Arrivals;

/// <summary>A request of a trace.</summary>
/// <param name="ArrivalS">When it is submitted, seconds after the beginning, ≥ 0.</param>
/// <param name="Origin">Index of the provider at which it is submitted.</param>
/// <param name="DeadlineClass">Index of its deadline class.</param>
/// <param name="Category">Index of its prompt category.</param>
/// <param name="Images">Its images, ≥ 1.</param>
public readonly record struct GenerationTraceJob(double ArrivalS, int Origin, int DeadlineClass, int Category, int Images = 1);
