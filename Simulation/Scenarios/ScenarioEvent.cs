namespace ControlPlane.Simulation.Scenarios;

/// <summary>Something that happens to the fleet at a given time.</summary>
/// <param name="AtS">When, seconds.</param>
/// <param name="Kind">What.</param>
/// <param name="Site">Site index; -1 for kinds without a site.</param>
/// <param name="Count">GPUs, jobs or the job number, as <see cref="ScenarioEventKind"/> says.</param>
/// <param name="Factor">The load factor of <see cref="ScenarioEventKind.SetLoad"/>.</param>
public sealed record ScenarioEvent(double AtS, ScenarioEventKind Kind, int Site = -1, long Count = 0, double Factor = 1);
