using ControlPlane.Fleet.Energy;

namespace ControlPlane.Planning.Energy;

/// <summary>
/// Backward dynamic programming over the energy in a battery: the cheapest way through a horizon whose needs and prices are known, exact on its grid of energies
/// (aigc-energy.md, section 3, reference solver). Every transition leads from one energy of the grid to another, and its power follows from that. One instance is used by
/// one thread; it keeps its arrays from solution to solution.
/// </summary>
public sealed class StorageProgram
{
    private readonly BatterySpec _battery;
    private readonly GridLimits _grid;
    private readonly double[] _energiesKwh;
    private double[] _costUsd = [];
    private int[] _next = [];

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
        _energiesKwh = [.. Enumerable.Range(0, levels).Select(l => battery.MinKwh + (battery.MaxKwh - battery.MinKwh) * l / (levels - 1))];
    }

    private int Levels => _energiesKwh.Length;

    /// <summary>Solves a horizon.</summary>
    /// <param name="slots">The slots, at least one.</param>
    /// <param name="startKwh">Energy at the beginning; the nearest of the grid is taken.</param>
    /// <param name="endKwh">Energy at the end is at least this, as far as the grid allows.</param>
    /// <param name="endUsdPerKwh">What each kWh at the end is worth, USD.</param>
    /// <returns>The plan; with no way to the energy asked for at the end, the one that comes nearest.</returns>
    public StoragePlan Solve(ReadOnlySpan<StorageSlot> slots, double startKwh, double endKwh, double endUsdPerKwh = 0)
    {
        ArgumentOutOfRangeException.ThrowIfZero(slots.Length);
        Allocate(slots.Length);
        var end = _costUsd.AsSpan(slots.Length * Levels, Levels);
        for (var level = 0; level < Levels; level++)
            end[level] = EndCost(_energiesKwh[level], endKwh, endUsdPerKwh);
        for (var slot = slots.Length - 1; slot >= 0; slot--)
            Improve(slots[slot], slot);
        return Follow(slots, Nearest(startKwh), endKwh, endUsdPerKwh);
    }

    // A shortfall costs far more than any price: it is avoided wherever it can be.
    private double EndCost(double energyKwh, double endKwh, double endUsdPerKwh)
    {
        const double ShortfallUsdPerKwh = 1e6;
        var tolerance = 1e-9 * _battery.CapacityKwh;
        return (energyKwh < endKwh - tolerance ? (endKwh - energyKwh) * ShortfallUsdPerKwh : 0) - energyKwh * endUsdPerKwh;
    }

    private void Allocate(int slots)
    {
        if (_costUsd.Length >= (slots + 1) * Levels)
            return;
        _costUsd = new double[(slots + 1) * Levels];
        _next = new int[slots * Levels];
    }

    private void Improve(in StorageSlot slot, int index)
    {
        var terms = new SlotTerms(slot, _battery, _grid);
        var now = _costUsd.AsSpan(index * Levels, Levels);
        var then = _costUsd.AsSpan((index + 1) * Levels, Levels);
        for (var from = 0; from < Levels; from++)
        {
            var (best, to) = (double.PositiveInfinity, from);
            for (var level = 0; level < Levels; level++)
            {
                if (then[level] - terms.MostGainUsd >= best)
                    continue;
                var cost = then[level] + terms.CostUsd(_energiesKwh[from], _energiesKwh[level], out _);
                if (cost < best)
                    (best, to) = (cost, level);
            }

            now[from] = best;
            _next[index * Levels + from] = to;
        }
    }

    private StoragePlan Follow(ReadOnlySpan<StorageSlot> slots, int level, double endKwh, double endUsdPerKwh)
    {
        var (powers, stored) = (new double[slots.Length], new double[slots.Length]);
        var costUsd = _costUsd[level];
        for (var slot = 0; slot < slots.Length; slot++)
        {
            var next = _next[slot * Levels + level];
            new SlotTerms(slots[slot], _battery, _grid).CostUsd(_energiesKwh[level], _energiesKwh[next], out powers[slot]);
            (level, stored[slot]) = (next, _energiesKwh[next]);
        }

        return new StoragePlan(costUsd - EndCost(stored[^1], endKwh, endUsdPerKwh), powers, stored);
    }

    private int Nearest(double energyKwh)
    {
        var step = _energiesKwh[1] - _energiesKwh[0];
        return step == 0 ? 0 : (int)Math.Clamp(Math.Round((energyKwh - _energiesKwh[0]) / step), 0, Levels - 1);
    }
}
