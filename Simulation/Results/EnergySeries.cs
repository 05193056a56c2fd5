using ControlPlane.Fleet.Energy;

namespace ControlPlane.Simulation.Results;

/// <summary>The energy of a site slot by slot, as average powers.</summary>
/// <param name="slots">Slots to come; room is made for them.</param>
public sealed class EnergySeries(int slots)
{
    private readonly List<float> _loadKw = new(slots);
    private readonly List<float> _renewableKw = new(slots);
    private readonly List<float> _importKw = new(slots);
    private readonly List<float> _exportKw = new(slots);
    private readonly List<float> _batteryKw = new(slots);
    private readonly List<float> _soc = new(slots);
    private readonly List<float> _priceUsdPerKwh = new(slots);
    private readonly List<float> _carbonKgPerKwh = new(slots);

    /// <summary>Power of the computers, cooling and losses, kW.</summary>
    public IReadOnlyList<float> LoadKw => _loadKw;

    /// <summary>Power of sun and wind that was used or sold, kW.</summary>
    public IReadOnlyList<float> RenewableKw => _renewableKw;

    /// <summary>Power bought, kW.</summary>
    public IReadOnlyList<float> ImportKw => _importKw;

    /// <summary>Power sold, kW.</summary>
    public IReadOnlyList<float> ExportKw => _exportKw;

    /// <summary>Power of the battery, kW: above 0 it charged.</summary>
    public IReadOnlyList<float> BatteryKw => _batteryKw;

    /// <summary>State of charge at the end of the slot, 0..1; NaN without a battery.</summary>
    public IReadOnlyList<float> Soc => _soc;

    /// <summary>Price of a bought kWh, USD.</summary>
    public IReadOnlyList<float> PriceUsdPerKwh => _priceUsdPerKwh;

    /// <summary>Emissions of a bought kWh, kg CO₂.</summary>
    public IReadOnlyList<float> CarbonKgPerKwh => _carbonKgPerKwh;

    /// <summary>A slot has ended.</summary>
    /// <param name="account">Its account.</param>
    /// <param name="hours">Its length.</param>
    /// <param name="conditions">What the world offered.</param>
    /// <param name="soc">State of charge at its end.</param>
    public void Add(in EnergySlot account, double hours, in SiteConditions conditions, double soc)
    {
        _loadKw.Add((float)((account.LoadKwh + account.CoolingKwh + account.FixedLossKwh) / hours));
        _renewableKw.Add((float)((account.RenewableKwh - account.CurtailedKwh) / hours));
        _importKw.Add((float)(account.ImportKwh / hours));
        _exportKw.Add((float)(account.ExportKwh / hours));
        _batteryKw.Add((float)((account.ChargeKwh - account.DischargeKwh) / hours));
        _soc.Add((float)soc);
        _priceUsdPerKwh.Add((float)conditions.Tariff.BuyUsdPerKwh);
        _carbonKgPerKwh.Add((float)conditions.Tariff.CarbonKgPerKwh);
    }
}
