using ControlPlane.Fleet.Hardware;
using ControlPlane.Fleet.Randomness;
using ControlPlane.Simulation.Scenarios;

namespace ControlPlane.Simulation.Engine.Drift;

/// <summary>
/// The true factors of one site over a run. They are constant between steps: a sudden change at its moment, what moves little by little at multiples of <see cref="StepS"/>. The same seed gives the
/// same path, whoever asks and whatever the policy does.
/// </summary>
/// <param name="drift">What the scenario says.</param>
/// <param name="name">Name of the site, which names its random stream.</param>
/// <param name="seed">The seed of the run.</param>
internal sealed class DriftPath(SiteDrift drift, string name, long seed)
{
    /// <summary>Time between steps of what moves little by little, s.</summary>
    public const double StepS = 600;

    private const double DayS = 86_400;
    private readonly RandomStream _random = new(seed, $"drift/{name}");
    private readonly List<(double Time, double Power)> _walk = [(0, 0)];

    /// <summary>The factors at a moment.</summary>
    /// <param name="nowS">Seconds from the start.</param>
    public TableFactors At(double nowS)
    {
        var factors = Changed(nowS);
        if (drift.Walk is not { } walk)
            return factors;
        var (time, power) = Walked(walk, (int)(nowS / StepS));
        return Bounded(factors.Time * Math.Exp(time), factors.Power * Math.Exp(power));
    }

    /// <summary>When they change next; infinite when they never do again.</summary>
    /// <param name="nowS">Seconds from the start.</param>
    public double NextS(double nowS)
    {
        var stepS = (Math.Floor(nowS / StepS) + 1) * StepS;
        var nextS = drift.Walk is null ? double.PositiveInfinity : stepS;
        foreach (var change in drift.Changes)
        {
            if (nowS < change.AtS)
                return Math.Min(nextS, change.AtS);
            if (nowS < change.EndS)
                return Math.Min(nextS, Math.Min(stepS, change.EndS));
        }

        return nextS;
    }

    private static TableFactors Bounded(double time, double power) =>
        new(Math.Clamp(time, TableFactors.Least, TableFactors.Most), Math.Clamp(power, TableFactors.Least, TableFactors.Most));

    private TableFactors Changed(double nowS)
    {
        var from = TableFactors.None;
        foreach (var change in drift.Changes)
        {
            if (nowS < change.AtS)
                break;
            if (nowS < change.EndS)
                return Between(from, change, Math.Max(0, Math.Floor(nowS / StepS) * StepS - change.AtS) / change.OverS);
            from = change.To;
        }

        return from;
    }

    private static TableFactors Between(in TableFactors from, DriftChange change, double share) =>
        new(from.Time + share * (change.To.Time - from.Time), from.Power + share * (change.To.Power - from.Power));

    private (double Time, double Power) Walked(DriftWalk walk, int step)
    {
        var deviation = walk.PerDay * Math.Sqrt(StepS / DayS);
        var bound = Math.Log(1 + walk.Bound);
        while (_walk.Count <= step)
        {
            var (time, power) = _walk[^1];
            _walk.Add((Reflected(_random.NextNormal(time, deviation), bound), Reflected(_random.NextNormal(power, deviation), bound)));
        }

        return _walk[step];
    }

    // A step longer than the whole range ends at the bound.
    private static double Reflected(double x, double bound) =>
        Math.Clamp(x > bound ? 2 * bound - x : x < -bound ? -2 * bound - x : x, -bound, bound);
}
