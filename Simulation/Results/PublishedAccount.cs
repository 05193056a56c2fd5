namespace ControlPlane.Simulation.Results;

/// <summary>
/// The published simulator's account: energy from the first event on; units that a log tick every 20 s credits in full to every running job,
/// which over-counts each job by (start mod 20 s)/T units.
/// </summary>
/// <param name="EnergyJ">Energy, J.</param>
/// <param name="Units">Credited units.</param>
public readonly record struct PublishedAccount(double EnergyJ, double Units);
