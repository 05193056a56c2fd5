using ControlPlane.Fleet.Energy;
using ControlPlane.Planning.Energy;

namespace ControlPlane.Simulation.Generation;

/// <summary>
/// What a site's dispatcher is told of the next 24 hours, in blocks of an hour: prices, sun, wind and temperature by the scenario's forecast, and the load as it is now.
/// </summary>
internal sealed class SiteForecast(GenerationScenario scenario, int site)
{
    private const int HorizonH = 24;
    private readonly SiteEnergySpec _energy = scenario.Provider(site).Energy;
    private readonly int _blockSlots = Math.Max(1, (int)Math.Round(3600 / scenario.SlotS));
    private readonly List<StorageSlot> _blocks = new(HorizonH);

    /// <summary>The forecast at the beginning of a slot; the same list each time.</summary>
    public IReadOnlyList<StorageSlot> At(int slot, double loadKw)
    {
        _blocks.Clear();
        for (var block = 0; block < Math.Min(HorizonH, scenario.SlotCount / _blockSlots) && _energy.Battery is not null; block++)
            _blocks.Add(Block(slot + 1 + block * _blockSlots, loadKw));
        return _blocks;
    }

    private StorageSlot Block(int first, double loadKw)
    {
        var block = default(StorageBlock);
        for (var slot = first; slot < first + _blockSlots; slot++)
        {
            var conditions = scenario.Signals[site].Forecast(slot, scenario.IsForecastPerfect);
            block.Add(_energy.NetKw(_energy.Demand(loadKw, conditions)), conditions.Tariff);
        }

        return block.Mean(scenario.SlotS);
    }
}
