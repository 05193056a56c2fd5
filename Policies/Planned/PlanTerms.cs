using ControlPlane.Fleet;
using ControlPlane.Policies.Learned;

namespace ControlPlane.Policies.Planned;

/// <summary>What a fleet plan says of the present, in the numbers of <see cref="OptionCosts"/>.</summary>
internal sealed class PlanTerms
{
    private const double JoulesPerKwh = 3.6e6;
    private const double HourS = 3600;
    private readonly double _beganS;
    private readonly bool _hasCaps;
    private readonly double[] _weights;
    private readonly double[] _gpuPrices;
    private bool _isFollowed;

    /// <summary>Begins to follow a plan.</summary>
    /// <param name="plan">The plan; it must suit the fleet.</param>
    /// <param name="fleet">The fleet.</param>
    /// <param name="hour">Hour of the plan at the host's time 0.</param>
    /// <param name="hasCaps">Whether its caps count; else only its prices do.</param>
    public PlanTerms(FleetPlan plan, FleetModel fleet, double hour, bool hasCaps)
    {
        (Plan, Fleet, _beganS, _hasCaps) = (plan, fleet, -hour * HourS, hasCaps);
        (_weights, _gpuPrices) = (new double[fleet.SiteCount], new double[fleet.SiteCount]);
        Array.Fill(_weights, 1);
        Caps = new PlanCaps(fleet.SiteCount);
    }

    /// <summary>The plan.</summary>
    public FleetPlan Plan { get; }

    /// <summary>The fleet.</summary>
    public FleetModel Fleet { get; }

    /// <summary>How many GPUs each site is to keep busy at present.</summary>
    public PlanCaps Caps { get; }

    /// <summary>The present slot; -1 where the plan does not hold.</summary>
    public int Slot { get; private set; } = -1;

    /// <summary>How often prices changed.</summary>
    public int Version { get; private set; }

    /// <summary>Price of a joule by site, over the plan's mean.</summary>
    public ReadOnlySpan<double> EnergyWeights => _weights;

    /// <summary>USD for a joule at the plan's mean price.</summary>
    public double UsdPerJ => Plan.MeanUsdPerKwh / JoulesPerKwh;

    /// <summary>The price of time to begin with, J at the mean price per unit and second; null where the plan knows none.</summary>
    public double? FirstTimePrice => Plan.Terms.TimeUsdPerUnitS > 0 ? Plan.Terms.TimeUsdPerUnitS / UsdPerJ : null;

    /// <summary>The price of a site's GPUs, per occupancy.</summary>
    /// <param name="site">Site index.</param>
    public double GpuPrice(int site) => _gpuPrices[site];

    /// <summary>When the present slot began, seconds since the plan's beginning.</summary>
    /// <param name="nowS">Present time, s.</param>
    public double PlanTimeS(double nowS) => nowS - _beganS;

    /// <summary>Moves on to the present slot.</summary>
    /// <param name="nowS">Present time, s.</param>
    /// <param name="costs">The scales of costs and occupancies.</param>
    public void Follow(double nowS, OptionCosts costs)
    {
        var slot = Plan.Terms.SlotAt(PlanTimeS(nowS));
        if (_isFollowed && slot == Slot)
            return;
        (_isFollowed, Slot) = (true, slot);
        Version++;
        for (var site = 0; site < _weights.Length && !Plan.IsOpen; site++)
            Take(site, costs);
    }

    // A plan that has ended leaves its mean prices of energy, and neither caps nor prices of GPUs.
    private void Take(int site, OptionCosts costs)
    {
        var plan = Plan.Sites[site];
        var perGpuS = Slot < 0 ? 0 : plan.GpuUsdPerH[Slot] / HourS / UsdPerJ;
        _gpuPrices[site] = perGpuS * costs.MeanSecondsPerUnit / costs.MeanJoules;
        _weights[site] = (Slot < 0 ? plan.EnergyUsdPerKwh.Average() : plan.EnergyUsdPerKwh[Slot]) / Plan.MeanUsdPerKwh;
        Caps.MostGpus[site] = _hasCaps && Slot >= 0 ? plan.MostGpus[Slot] : double.PositiveInfinity;
    }
}
