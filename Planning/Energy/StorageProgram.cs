using ControlPlane.Fleet.Energy;

namespace ControlPlane.Planning.Energy;

/// <summary>
/// Backward dynamic programming over the energy in a battery: the cheapest way through a horizon whose needs and prices are known (aigc-energy.md, section 3, reference solver).
/// What an energy is worth is kept on a grid of energies and taken to be linear between them, as it nearly is: with prices that are not below 0 it is piecewise linear and convex.
/// Powers are free: in each slot the best is among those that lead to an energy of the grid, that leave the battery idle, that make the site neither buy nor sell, and the limits. A grid
/// that is coarse against what the battery moves in a slot does not make its powers coarse. One instance is used by one thread; it keeps its arrays from solution to solution.
/// </summary>
public sealed class StorageProgram
{
    private readonly BatterySpec _battery;
    private readonly GridLimits _grid;
    private readonly double[] _energiesKwh;
    private readonly double _stepKwh;
    private double[] _costUsd = [];
    private int _slots;
    private double _endKwh;
    private double _endUsdPerKwh;

    /// <summary>Makes a solver.</summary>
    /// <param name="battery">The battery.</param>
    /// <param name="grid">The grid connection.</param>
    /// <param name="levels">Energies in the grid, ≥ 2, evenly from the least to the most.</param>
    /// <exception cref="ArgumentException">The battery is out of range or there are too few levels.</exception>
    public StorageProgram(BatterySpec battery, GridLimits grid, int levels = 51)
    {
        ArgumentNullException.ThrowIfNull(battery);
        ArgumentOutOfRangeException.ThrowIfLessThan(levels, 2);
        if (battery.Complain() is { } complaint)
            throw new ArgumentException(complaint, nameof(battery));
        (_battery, _grid) = (battery, grid);
        _stepKwh = (battery.MaxKwh - battery.MinKwh) / (levels - 1);
        _energiesKwh = [.. Enumerable.Range(0, levels).Select(l => battery.MinKwh + _stepKwh * l)];
    }

    private int Levels => _energiesKwh.Length;

    /// <summary>Solves a horizon.</summary>
    /// <param name="slots">The slots, at least one.</param>
    /// <param name="startKwh">Energy at the beginning, within the battery's limits.</param>
    /// <param name="endKwh">Energy at the end is at least this, as far as the battery can.</param>
    /// <param name="endUsdPerKwh">What each kWh at the end is worth, USD.</param>
    /// <returns>The plan; with no way to the energy asked for at the end, the one that comes nearest.</returns>
    public StoragePlan Solve(ReadOnlySpan<StorageSlot> slots, double startKwh, double endKwh, double endUsdPerKwh = 0)
    {
        ArgumentOutOfRangeException.ThrowIfZero(slots.Length);
        (_slots, _endKwh, _endUsdPerKwh) = (slots.Length, endKwh, endUsdPerKwh);
        if (_costUsd.Length < slots.Length * Levels)
            _costUsd = new double[slots.Length * Levels];
        for (var slot = slots.Length - 1; slot > 0; slot--)
        {
            var terms = new SlotTerms(slots[slot], _battery, _grid);
            for (var level = 0; level < Levels; level++)
                _costUsd[slot * Levels + level] = Best(terms, slot, _energiesKwh[level], out _);
        }

        return Follow(slots, Math.Clamp(startKwh, _battery.MinKwh, _battery.MaxKwh));
    }

    private StoragePlan Follow(ReadOnlySpan<StorageSlot> slots, double energyKwh)
    {
        var (powers, stored) = (new double[slots.Length], new double[slots.Length]);
        var costUsd = 0.0;
        for (var slot = 0; slot < slots.Length; slot++)
        {
            var terms = new SlotTerms(slots[slot], _battery, _grid);
            Best(terms, slot, energyKwh, out stored[slot]);
            costUsd += terms.CostUsd(energyKwh, stored[slot], out powers[slot]);
            energyKwh = stored[slot];
        }

        return new StoragePlan(costUsd, powers, stored);
    }

    // The cheapest way from an energy through a slot and all that follow.
    private double Best(in SlotTerms terms, int slot, double fromKwh, out double toKwh)
    {
        var (least, most) = (terms.LeastKwh(fromKwh), terms.MostKwh(fromKwh));
        toKwh = least;
        // A battery that cannot even hold what it has goes down as far as it must.
        if (most <= least)
            return terms.CostUsd(fromKwh, least, out _) + Following(slot, least);
        var best = double.PositiveInfinity;
        Try(terms, slot, fromKwh, Math.Clamp(terms.IdleKwh(fromKwh), least, most), ref best, ref toKwh);
        Try(terms, slot, fromKwh, Math.Clamp(terms.BalancedKwh(fromKwh), least, most), ref best, ref toKwh);
        Try(terms, slot, fromKwh, least, ref best, ref toKwh);
        Try(terms, slot, fromKwh, most, ref best, ref toKwh);
        if (slot == _slots - 1)
            Try(terms, slot, fromKwh, Math.Clamp(_endKwh, least, most), ref best, ref toKwh);
        if (_stepKwh == 0)
            return best;
        var last = Math.Min(Levels - 1, (int)((most - _battery.MinKwh) / _stepKwh));
        for (var level = Math.Max(0, (int)Math.Ceiling((least - _battery.MinKwh) / _stepKwh)); level <= last; level++)
            Try(terms, slot, fromKwh, _energiesKwh[level], ref best, ref toKwh);
        return best;
    }

    private void Try(in SlotTerms terms, int slot, double fromKwh, double candidateKwh, ref double best, ref double toKwh)
    {
        var cost = terms.CostUsd(fromKwh, candidateKwh, out _) + Following(slot, candidateKwh);
        if (cost < best)
            (best, toKwh) = (cost, candidateKwh);
    }

    // What all slots after one cost from an energy on.
    private double Following(int slot, double energyKwh)
    {
        if (slot == _slots - 1)
            return EndCost(energyKwh);
        var costs = _costUsd.AsSpan((slot + 1) * Levels, Levels);
        if (_stepKwh == 0)
            return costs[0];
        var place = (energyKwh - _battery.MinKwh) / _stepKwh;
        var below = Math.Clamp((int)place, 0, Levels - 2);
        return costs[below] + (costs[below + 1] - costs[below]) * (place - below);
    }

    // A shortfall costs far more than any price: it is avoided wherever it can be.
    private double EndCost(double energyKwh)
    {
        const double ShortfallUsdPerKwh = 1e6;
        var tolerance = 1e-9 * _battery.CapacityKwh;
        return (energyKwh < _endKwh - tolerance ? (_endKwh - energyKwh) * ShortfallUsdPerKwh : 0) - energyKwh * _endUsdPerKwh;
    }
}
