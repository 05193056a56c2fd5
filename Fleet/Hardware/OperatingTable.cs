namespace ControlPlane.Fleet.Hardware;

/// <summary>
/// Power, speed and energy of one site for every GPU count and clock level, computed once. Rows are GPU counts 1..N, columns are
/// clock levels in ascending order.
/// </summary>
public sealed class OperatingTable
{
    private readonly double[] _powerW;
    private readonly double[] _secondsPerUnit;
    private readonly double[] _joulesPerUnit;
    private readonly double[] _clocks;
    private readonly int[] _efficientLevel;

    /// <summary>Tabulates the models of section III for a site.</summary>
    /// <param name="clocks">Normalised clock levels, ascending, each in (0, 1].</param>
    /// <param name="maxGpus">The most GPUs one job may have, ≥ 1.</param>
    /// <param name="power">Power model.</param>
    /// <param name="latency">Speed model.</param>
    public OperatingTable(IReadOnlyList<double> clocks, int maxGpus, PowerCoefficients power, LatencyCoefficients latency)
    {
        ArgumentNullException.ThrowIfNull(clocks);
        ArgumentOutOfRangeException.ThrowIfLessThan(maxGpus, 1);
        ArgumentOutOfRangeException.ThrowIfZero(clocks.Count, nameof(clocks));
        _clocks = [.. clocks];
        MaxGpus = maxGpus;
        _powerW = new double[maxGpus * clocks.Count];
        _secondsPerUnit = new double[maxGpus * clocks.Count];
        _joulesPerUnit = new double[maxGpus * clocks.Count];
        _efficientLevel = new int[maxGpus];
        for (var gpus = 1; gpus <= maxGpus; gpus++)
            _efficientLevel[gpus - 1] = FillRow(gpus, power, latency);
    }

    /// <summary>The most GPUs one job may have.</summary>
    public int MaxGpus { get; }

    /// <summary>Number of clock levels.</summary>
    public int Levels => _clocks.Length;

    /// <summary>The normalised clocks, ascending.</summary>
    public ReadOnlySpan<double> Clocks => _clocks;

    /// <summary>P(n, f): power of a running job in watts.</summary>
    /// <param name="a">GPU count and clock level.</param>
    public double PowerW(Allocation a) => _powerW[Index(a)];

    /// <summary>T(n, f): seconds per work unit.</summary>
    /// <param name="a">GPU count and clock level.</param>
    public double SecondsPerUnit(Allocation a) => _secondsPerUnit[Index(a)];

    /// <summary>E(n, f) = P·T: joules per work unit (CHSAC-AF, equation 1).</summary>
    /// <param name="a">GPU count and clock level.</param>
    public double JoulesPerUnit(Allocation a) => _joulesPerUnit[Index(a)];

    /// <summary>f*(n): the first clock level with the least energy per unit (CHSAC-AF, equation 2).</summary>
    /// <param name="gpus">GPU count n, 1 to <see cref="MaxGpus"/>.</param>
    public int EfficientLevel(int gpus) => _efficientLevel[gpus - 1];

    /// <summary>The allocation of n GPUs at their energy-optimal clock.</summary>
    /// <param name="gpus">GPU count n; clamped to 1..<see cref="MaxGpus"/>.</param>
    public Allocation Efficient(int gpus)
    {
        var n = Math.Clamp(gpus, 1, MaxGpus);
        return new Allocation(n, EfficientLevel(n));
    }

    /// <summary>The GPU count and clock with the least energy per unit over the whole grid, the first of equals (JointNF, CHSAC-AF section V.B).</summary>
    public Allocation LeastEnergy() => Least(JoulesPerUnit);

    /// <summary>The GPU count and clock that hold GPUs for the least time a unit, the first of equals: what a site full of work does most with.</summary>
    public Allocation LeastGpuSeconds() => Least(a => a.Gpus * SecondsPerUnit(a));

    /// <summary>The index of the first level whose clock is at least <paramref name="clock"/>; the highest level if none is.</summary>
    /// <param name="clock">Normalised clock.</param>
    public int LevelAtLeast(double clock)
    {
        for (var level = 0; level < _clocks.Length; level++)
        {
            if (_clocks[level] >= clock - 1e-9)
                return level;
        }

        return _clocks.Length - 1;
    }

    private Allocation Least(Func<Allocation, double> measure)
    {
        var best = new Allocation(1, 0);
        for (var gpus = 1; gpus <= MaxGpus; gpus++)
        {
            for (var level = 0; level < Levels; level++)
            {
                var candidate = new Allocation(gpus, level);
                if (measure(candidate) < measure(best))
                    best = candidate;
            }
        }

        return best;
    }

    private int FillRow(int gpus, PowerCoefficients power, LatencyCoefficients latency)
    {
        var best = 0;
        for (var level = 0; level < _clocks.Length; level++)
        {
            var i = Index(new Allocation(gpus, level));
            _powerW[i] = gpus * power.PerGpuW(_clocks[level]);
            _secondsPerUnit[i] = latency.SecondsPerUnit(gpus, _clocks[level]);
            _joulesPerUnit[i] = _powerW[i] * _secondsPerUnit[i];
            if (_joulesPerUnit[i] < _joulesPerUnit[Index(new Allocation(gpus, best))])
                best = level;
        }

        return best;
    }

    private int Index(Allocation a) => (a.Gpus - 1) * _clocks.Length + a.ClockLevel;
}
