using ControlPlane.Fleet.Energy;

namespace ControlPlane.Planning.Energy;

/// <summary>Several slots of a forecast as one: a plan over a day in blocks of an hour does not cost the square of the slots.</summary>
public struct StorageBlock
{
    private double _netKw;
    private double _buyUsd;
    private double _sellUsd;
    private double _carbonKg;
    private int _slots;

    /// <summary>Adds a slot; all are of the same length.</summary>
    /// <param name="netKw">Power that is needed beyond sun and wind, kW.</param>
    /// <param name="tariff">What the grid costs.</param>
    public void Add(double netKw, in Tariff tariff)
    {
        _netKw += netKw;
        _buyUsd += tariff.BuyUsdPerKwh;
        _sellUsd += tariff.SellUsdPerKwh;
        _carbonKg += tariff.CarbonKgPerKwh;
        _slots++;
    }

    /// <summary>The slots as one, at their means; at least one must have been added.</summary>
    /// <param name="slotS">Length of each, seconds.</param>
    public readonly StorageSlot Mean(double slotS) =>
        new(_netKw / _slots, new Tariff(_buyUsd / _slots, _sellUsd / _slots, _carbonKg / _slots), _slots * slotS / 3600);
}
