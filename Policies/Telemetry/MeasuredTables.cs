using ControlPlane.Fleet;
using ControlPlane.Fleet.Hardware;
using ControlPlane.Fleet.Sites;
using ControlPlane.Planning.Frontier;
using ControlPlane.Policies.Catalog;

namespace ControlPlane.Policies.Telemetry;

/// <summary>
/// A fleet's tables as its telemetry corrects them: one factor on the time and one on the power of all operating points of a site, from what completed runs took and drew. A correction takes effect when the estimate
/// has moved by <see cref="Step"/>: where nothing drifts the tables stay as they are, to the bit.
/// </summary>
public sealed class MeasuredTables
{
    /// <summary>A correction follows the estimate in steps of this, in the logarithm: prices need not be worked out anew for less.</summary>
    public const double Step = 0.01;

    private const double LookEveryS = 60;
    private readonly FleetModel _model;
    private readonly bool _isOn;
    private readonly SiteEvidence[] _evidence;
    private readonly TableFactors[] _factors;
    private double _lookedS = double.NegativeInfinity;

    /// <summary>Begins with the tables.</summary>
    /// <param name="model">The fleet.</param>
    /// <param name="isOn">Whether it learns; else the tables stay.</param>
    public MeasuredTables(FleetModel model, bool isOn)
    {
        ArgumentNullException.ThrowIfNull(model);
        (_model, _isOn) = (model, isOn);
        (_evidence, _factors) = (new SiteEvidence[model.SiteCount], new TableFactors[model.SiteCount]);
        Array.Fill(_factors, TableFactors.None);
    }

    /// <summary>The setting by which policies switch it.</summary>
    public static PolicyParameter Parameter { get; } = new(
        "telemetry", "on", "Whether the tables of speed and power are corrected by what completed runs took and drew: 'on' or 'off'.", 1, 0, Words: ["on", "off"]);

    /// <summary>The fleet.</summary>
    public FleetModel Model => _model;

    /// <summary>How often a correction changed.</summary>
    public int Version { get; private set; }

    /// <summary>Whether the setting says so.</summary>
    /// <param name="settings">Settings of a policy that has <see cref="Parameter"/>.</param>
    public static bool IsOn(PolicySettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        return settings.Text(Parameter.Name) == "on";
    }

    /// <summary>The correction of a site.</summary>
    /// <param name="site">Site index.</param>
    public TableFactors this[int site] => _factors[site];

    /// <summary>T(n, f), s/unit.</summary>
    /// <param name="site">Site index.</param>
    /// <param name="allocation">GPU count and clock level.</param>
    public double SecondsPerUnit(int site, Allocation allocation) => _model.Tables[site].SecondsPerUnit(allocation) * _factors[site].Time;

    /// <summary>E(n, f), J/unit.</summary>
    /// <param name="site">Site index.</param>
    /// <param name="allocation">GPU count and clock level.</param>
    public double JoulesPerUnit(int site, Allocation allocation) => _model.Tables[site].JoulesPerUnit(allocation) * (_factors[site].Time * _factors[site].Power);

    /// <summary>Energy of a work unit above that of the same GPUs asleep, J.</summary>
    /// <param name="site">Site index.</param>
    /// <param name="allocation">GPU count and clock level.</param>
    public double JoulesAboveSleep(int site, Allocation allocation) =>
        JoulesPerUnit(site, allocation) - _model.Sites[site].Gpu.SleepW * allocation.Gpus * SecondsPerUnit(site, allocation);

    /// <summary>A frontier problem of the fleet with the corrections.</summary>
    /// <param name="problem">With the tables.</param>
    public FrontierProblem Correct(FrontierProblem problem)
    {
        ArgumentNullException.ThrowIfNull(problem);
        return Array.TrueForAll(_factors, f => f.IsNone) ? problem : problem with { Sites = [.. problem.Sites.Select((site, i) => Correct(site, _factors[i]))] };
    }

    /// <summary>Learns from a run that is complete.</summary>
    /// <param name="run">The run.</param>
    /// <param name="site">Site index.</param>
    /// <param name="nowS">When it ended, s.</param>
    public void Completed(in Run run, int site, double nowS)
    {
        var seconds = nowS - run.StartS;
        if (!_isOn || !(seconds > 0) || !(run.Item.RemainingUnits > 0))
            return;
        var table = _model.Tables[site];
        _evidence[site].Add(
            seconds / run.Item.RemainingUnits / table.SecondsPerUnit(run.Allocation), run.EnergyJ(nowS) / seconds / table.PowerW(run.Allocation), nowS);
        Follow(site, nowS);
        if (nowS - _lookedS < LookEveryS)
            return;
        // Sites without runs go back towards their tables.
        _lookedS = nowS;
        for (var other = 0; other < _factors.Length; other++)
            Follow(other, nowS);
    }

    /// <summary>The corrections in words, for explanations.</summary>
    /// <param name="nowS">Present time in seconds.</param>
    public IEnumerable<KeyValuePair<string, string>> Notes(double nowS) => Enumerable.Range(0, _factors.Length)
        .Where(site => !_factors[site].IsNone)
        .Select(site => new KeyValuePair<string, string>(
            $"table of {_model.Sites[site].Name}",
            $"corrected by telemetry: time x {_factors[site].Time:F3}, power x {_factors[site].Power:F3}, by the weight of {_evidence[site].Runs(nowS):F0} runs"));

    private static FrontierSite Correct(FrontierSite site, TableFactors factors) => site with
    {
        Points = [.. site.Points.Select(p => p with { PowerW = p.PowerW * factors.Power, SecondsPerUnit = p.SecondsPerUnit * factors.Time })],
    };

    private void Follow(int site, double nowS)
    {
        var (estimate, present) = (_evidence[site].Estimate(nowS), _factors[site]);
        var next = new TableFactors(Followed(present.Time, estimate.Time), Followed(present.Power, estimate.Power));
        if (next == present)
            return;
        _factors[site] = next;
        Version++;
    }

    // Within a step of the table nothing is corrected.
    private static double Followed(double present, double estimate)
    {
        if (Math.Abs(Math.Log(estimate / present)) <= Step)
            return present;
        return Math.Abs(Math.Log(estimate)) <= Step ? 1 : estimate;
    }
}
