using ControlPlane.Fleet.Energy;

namespace ControlPlane.Planning.Energy;

/// <summary>A slot of a horizon over which a battery is planned.</summary>
/// <param name="NetKw">Power that the site needs beyond sun and wind, kW; below 0 a surplus.</param>
/// <param name="Tariff">What the grid costs.</param>
/// <param name="Hours">Length, &gt; 0.</param>
public readonly record struct StorageSlot(double NetKw, Tariff Tariff, double Hours);
