using ControlPlane.Fleet.Decisions;
using ControlPlane.Fleet.Energy;
using ControlPlane.Policies.Catalog;

namespace ControlPlane.Policies.Rules;

/// <summary>
/// The site where the energy of a unit of work costs least now: in money, in emissions, or in both where a tonne of CO₂ has a price. Cooling and losses count; what a battery or the
/// sun gives does not, because the next kWh is bought. A price below 0 makes the site that uses most energy the cheapest, as it is.
/// </summary>
public sealed class LowestRate : LeastCost
{
    private const double JoulesPerKwh = 3.6e6;
    private const double KgPerTonne = 1000;
    private const double Micro = 1e6;
    private readonly double _perUsd;
    private readonly double _perKg;

    private LowestRate(PolicyContext context, PolicySettings settings, double perUsd, double perKg, string words, string unit)
        : base(context, settings)
    {
        (_perUsd, _perKg) = (perUsd, perKg);
        (CostInWords, CostUnit) = (words, unit);
    }

    /// <summary>Settings of the rule that counts both.</summary>
    public static IReadOnlyList<PolicyParameter> CarbonCostParameters { get; } =
    [
        new("carbon-price", "100", "What a tonne of CO₂ costs.", 0, 100_000, Unit: "USD/t"),
        .. SharedParameters,
    ];

    /// <inheritdoc/>
    protected override string CostInWords { get; }

    /// <inheritdoc/>
    protected override string CostUnit { get; }

    /// <summary>The rule that counts money.</summary>
    /// <param name="settings">Its settings.</param>
    /// <param name="context">What it is made with.</param>
    public static LowestRate Price(PolicySettings settings, PolicyContext context) => new(context, settings, 1, 0, "money for energy", "µUSD");

    /// <summary>The rule that counts emissions.</summary>
    /// <param name="settings">Its settings.</param>
    /// <param name="context">What it is made with.</param>
    public static LowestRate Carbon(PolicySettings settings, PolicyContext context) => new(context, settings, 0, 1, "emissions", "mg CO₂");

    /// <summary>The rule that counts both.</summary>
    /// <param name="settings">Its settings.</param>
    /// <param name="context">What it is made with.</param>
    public static LowestRate CarbonCost(PolicySettings settings, PolicyContext context)
    {
        ArgumentNullException.ThrowIfNull(settings);
        return new(context, settings, 1, settings.Number("carbon-price") / KgPerTonne, "money for energy and its emissions", "µUSD");
    }

    /// <inheritdoc/>
    protected override double CostPerUnit(FleetView view, int site)
    {
        ArgumentNullException.ThrowIfNull(view);
        return Joules(site) / JoulesPerKwh * PerKwh(view.Rates[site]) * Micro;
    }

    private double PerKwh(in EnergyRate rate) => _perUsd * rate.UsdPerKwh + _perKg * rate.CarbonKgPerKwh;
}
