namespace ControlPlane.Fleet.Control.Node;

/// <summary>What an agent last said of a run: told, not journalled.</summary>
/// <param name="Token">Token of the assignment under which it runs.</param>
/// <param name="DoneUnits">Work done, units.</param>
/// <param name="EnergyJ">Energy, joules; null where it is not measured.</param>
/// <param name="IsFinal">Whether the run is over.</param>
internal readonly record struct AgentWord(long Token, double DoneUnits, double? EnergyJ, bool IsFinal);
