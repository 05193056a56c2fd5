using ControlPlane.Fleet.Hardware;

namespace ControlPlane.Policies.Telemetry;

/// <summary>
/// What completed runs say of one site against its table: exponentially forgetting least squares on the logarithms of the two factors, drawn towards the table by a prior weight. A run weighs 1, and one that is
/// far off counts as if it were <see cref="MostSurprise"/> off: an outlier moves little, and a sudden change is followed all the same. Without runs the table comes back.
/// </summary>
internal struct SiteEvidence
{
    /// <summary>Time constant of forgetting, s: the table comes back where nothing runs, and the site is tried again.</summary>
    public const double WindowS = 4 * 3600;

    /// <summary>Runs that are remembered at most: a busy site is followed faster.</summary>
    public const double MostRuns = 100;

    /// <summary>How many runs the table is worth.</summary>
    public const double PriorRuns = 2;

    /// <summary>The most that a run counts away from the estimate, in the logarithm.</summary>
    public const double MostSurprise = 0.3;

    /// <summary>Estimates stay within this factor of the table, both ways.</summary>
    public const double MostFactor = 3;

    private double _weight;
    private double _time;
    private double _power;
    private double _lastS;

    /// <summary>How many runs it rests on, old ones counting less.</summary>
    public readonly double Runs(double nowS) => _weight * Kept(nowS);

    /// <summary>Learns from a run.</summary>
    /// <param name="time">Its time over the table's, &gt; 0.</param>
    /// <param name="power">Its power over the table's, &gt; 0.</param>
    /// <param name="nowS">When it ended, s.</param>
    public void Add(double time, double power, double nowS)
    {
        var kept = Math.Min(Kept(nowS), 1 - 1 / MostRuns);
        (_weight, _time, _power, _lastS) = (_weight * kept, _time * kept, _power * kept, nowS);
        _time += Plausible(Math.Log(time), _time / (_weight + PriorRuns));
        _power += Plausible(Math.Log(power), _power / (_weight + PriorRuns));
        _weight++;
    }

    /// <summary>The estimate.</summary>
    /// <param name="nowS">Present time in seconds.</param>
    public readonly TableFactors Estimate(double nowS)
    {
        var kept = Kept(nowS);
        var runs = _weight * kept + PriorRuns;
        return new(Factor(_time * kept / runs), Factor(_power * kept / runs));
    }

    private static double Plausible(double observed, double estimate) => Math.Clamp(observed, estimate - MostSurprise, estimate + MostSurprise);

    private static double Factor(double logarithm) => Math.Clamp(Math.Exp(logarithm), 1 / MostFactor, MostFactor);

    private readonly double Kept(double nowS) => Math.Exp(Math.Min(0, _lastS - nowS) / WindowS);
}
