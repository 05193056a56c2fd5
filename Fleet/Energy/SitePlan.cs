namespace ControlPlane.Fleet.Energy;

/// <summary>What a site does in a slot, except for what its battery does of what it is asked.</summary>
/// <param name="Demand">What the site needs and has.</param>
/// <param name="Tariff">What the grid costs.</param>
/// <param name="Hours">Length of the slot.</param>
/// <param name="BatteryKw">What the battery is to do, kW: above 0 charge; within what the connection and the users allow.</param>
/// <param name="GeneratorKw">Power of the generator, kW.</param>
/// <param name="FuelUsd">Its fuel, USD.</param>
/// <param name="NeededKw">Power needed beyond sun, wind and generator, kW; below 0 there is a surplus.</param>
/// <param name="ExportKw">The most that may be sold, kW.</param>
public readonly record struct SitePlan(
    SiteDemand Demand, Tariff Tariff, double Hours, double BatteryKw, double GeneratorKw, double FuelUsd, double NeededKw, double ExportKw);
