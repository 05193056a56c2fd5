namespace ControlPlane.Fleet.Energy;

/// <summary>What a site needs and has during a slot, as average powers.</summary>
/// <param name="LoadKw">Power of the computers, kW, ≥ 0.</param>
/// <param name="CoolingKw">Power of the cooling, kW, ≥ 0.</param>
/// <param name="RenewableKw">Power of sun and wind, kW, ≥ 0.</param>
public readonly record struct SiteDemand(double LoadKw, double CoolingKw, double RenewableKw)
{
    /// <summary>Power that is needed beyond sun and wind, kW; below 0 there is a surplus.</summary>
    /// <param name="fixedLossShare">Of all power used, so much more is lost on the way.</param>
    public double NetKw(double fixedLossShare) => (LoadKw + CoolingKw) * (1 + fixedLossShare) - RenewableKw;
}
