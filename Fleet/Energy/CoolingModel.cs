namespace ControlPlane.Fleet.Energy;

/// <summary>
/// Cooling by a coefficient of performance that falls as it gets warmer outside: COP = clip(base − slope·(T − nominal), least, most); power of the cooling = power of the
/// computers / COP (aigc-energy.md, 2.6).
/// </summary>
/// <param name="BaseCop">COP at the nominal temperature, &gt; 0.</param>
/// <param name="SlopePerC">How much it falls per °C.</param>
/// <param name="NominalC">The nominal temperature, °C.</param>
/// <param name="LeastCop">The least COP, &gt; 0.</param>
/// <param name="MostCop">The most.</param>
public sealed record CoolingModel(double BaseCop = 5, double SlopePerC = 0.1, double NominalC = 25, double LeastCop = 2, double MostCop = 7)
{
    /// <summary>Coefficient of performance.</summary>
    /// <param name="outdoorC">Temperature outside, °C.</param>
    public double Cop(double outdoorC) => Math.Clamp(BaseCop - SlopePerC * (outdoorC - NominalC), LeastCop, MostCop);

    /// <summary>Power of the cooling, kW.</summary>
    /// <param name="loadKw">Power of the computers, kW.</param>
    /// <param name="outdoorC">Temperature outside, °C.</param>
    public double PowerKw(double loadKw, double outdoorC) => loadKw / Cop(outdoorC);
}
