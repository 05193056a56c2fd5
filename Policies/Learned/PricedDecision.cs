using ControlPlane.Fleet.Decisions;
using ControlPlane.Fleet.Hardware;
using ControlPlane.Fleet.Jobs;
using ControlPlane.Learning.Numerics;
using ControlPlane.Learning.Pricing;
using ControlPlane.Policies.Catalog;
using ControlPlane.Policies.Fluid;
using ControlPlane.Policies.Planned;
using ControlPlane.Policies.Telemetry;

namespace ControlPlane.Policies.Learned;

/// <summary>
/// One decision by prices, in memory that is reserved once: describes the sites, lets a network price their capacity, and sets out every option with its cost and
/// its price. Without a network capacity costs nothing, and what is left is the cheapest option at the price of time.
/// </summary>
internal sealed class PricedDecision
{
    private const double PriceStep = 0.01;
    private readonly MeasuredTables _tables;
    private readonly OptionCosts _costs;
    private readonly SiteFeatures _features;
    private readonly OptionMask _mask;
    private readonly PricePass<float>? _pass;
    private readonly PlanPrices? _plan;
    private readonly PlanTerms? _terms;
    private readonly int[] _upGpus;
    private readonly PricedOption[] _options;
    private readonly double[] _scores;
    private double _price = double.NaN;
    private int _version;
    private int _termsVersion;
    private bool _changed = true;

    /// <summary>Reserves the memory.</summary>
    /// <param name="context">What the policy is made with.</param>
    /// <param name="levels">GPU counts that are told apart.</param>
    /// <param name="network">Prices the capacity; null for none.</param>
    /// <param name="plan">The LP whose prices are features; null for none.</param>
    /// <param name="tables">The tables as telemetry corrects them; null for the tables as they are.</param>
    /// <param name="terms">What a fleet plan says of the present; null for no plan.</param>
    public PricedDecision(PolicyContext context, int levels, PriceNetwork<float>? network, PlanPrices? plan, MeasuredTables? tables = null, PlanTerms? terms = null)
    {
        var sites = context.Model.SiteCount;
        _tables = tables ?? new(context.Model, isOn: false);
        (_costs, _mask, _plan, _terms) = (new(_tables, levels), new(context, levels, terms?.Caps), plan, terms);
        _features = new(context.Model, _costs);
        _pass = network is null ? null : new(network, ManagedBackend.Create<float>(), 1, sites);
        _upGpus = new int[sites];
        (_options, _scores) = (new PricedOption[sites * levels], new double[sites * levels]);
        Load = new(4 * 3600, context.LoadUnitsPerS, context.MeanSizeUnits);
    }

    /// <summary>The offered load, estimated.</summary>
    public LoadEstimator Load { get; }

    /// <summary>The tables as telemetry corrects them.</summary>
    public MeasuredTables Tables => _tables;

    /// <summary>Scale of costs and occupancies.</summary>
    public OptionCosts Costs => _costs;

    /// <summary>What GPU-seconds cost because jobs wait for them, per occupancy.</summary>
    public Congestion Congestion { get; } = new();

    /// <summary>What a second of waiting costs at least, J per unit: it is never free, also where service time is, or all would wait at the one cheap site.</summary>
    public double LeastWaitPrice { get; init; }

    /// <summary>GPUs that the last job could have had, all sites together.</summary>
    public int FreeGpus => _mask.FreeGpus;

    /// <summary>Every option, site · levels + GPUs - 1.</summary>
    public ReadOnlySpan<PricedOption> Options => _options;

    /// <summary>Which of them are feasible.</summary>
    public ReadOnlySpan<bool> Mask => _mask.Feasible;

    /// <summary>Cost and price of every feasible option, the least wins; over the mean energy of a unit.</summary>
    public ReadOnlySpan<double> Scores => _scores;

    /// <summary>What the network read: sites x features.</summary>
    public ReadOnlySpan<float> Features => _pass is null ? [] : _pass.Features.Elements;

    /// <summary>The price of capacity of every option, per occupancy; empty without a network.</summary>
    public ReadOnlySpan<float> Prices => _pass is null ? [] : _pass.Prices.Elements;

    /// <summary>Quantiles of the value of what follows; empty without a network.</summary>
    public ReadOnlySpan<float> Baseline => _pass is null ? [] : _pass.Baseline.Elements;

    /// <summary>Works out <see cref="Options"/>, <see cref="Mask"/> and <see cref="Scores"/>.</summary>
    /// <param name="job">The job.</param>
    /// <param name="view">What is known.</param>
    /// <param name="timePrice">J per unit for a second of mean service time.</param>
    /// <returns>The best option, or -1 where no site is feasible.</returns>
    public int Evaluate(in Job job, FleetView view, double timePrice)
    {
        _terms?.Follow(view.NowS, _costs);
        _mask.Look(job, view);
        Follow(view, timePrice);
        if (_pass is not null)
        {
            var planPrices = _plan is null ? [] : _plan.Follow(view, Load, timePrice, _costs);
            _features.Write(view, _mask.Free, Load.LoadUnitsPerS(view.NowS), planPrices, _pass.Features.Elements);
            _pass.Forward();
        }

        return Score(view, timePrice);
    }

    /// <summary>GPUs that a job can have at a site, as far as is known: those that are free, or where nobody has a free one those that work.</summary>
    /// <param name="view">What is known.</param>
    /// <param name="site">Site index.</param>
    public int GpusAt(FleetView view, int site) => _mask.HasRoom ? _mask.Free[site] : view.Sites[site].UpGpus;

    /// <summary>What an allocation would have cost, also at another clock than the best.</summary>
    /// <param name="site">Site index.</param>
    /// <param name="allocation">GPUs and clock.</param>
    /// <param name="view">What is known.</param>
    /// <param name="timePrice">J per unit for a second of mean service time.</param>
    public PricedOption Price(int site, in Allocation allocation, FleetView view, double timePrice) => WithWait(_costs.Of(site, allocation), site, view, timePrice);

    /// <summary>The job goes there.</summary>
    /// <param name="option">Index of the option.</param>
    public Placement Take(int option)
    {
        var placement = new Placement(option / _costs.Levels, _options[option].Allocation);
        _mask.Sent(placement);
        return placement;
    }

    /// <summary>A job is complete: its GPUs are free again, also before the site reports it.</summary>
    /// <param name="site">Site index.</param>
    /// <param name="gpus">Its GPUs.</param>
    /// <param name="nowS">When, s.</param>
    public void Completed(int site, int gpus, double nowS) => _mask.Completed(site, gpus, nowS);

    private void Follow(FleetView view, double timePrice)
    {
        for (var site = 0; site < _upGpus.Length; site++)
        {
            _changed |= _upGpus[site] != view.Sites[site].UpGpus;
            _upGpus[site] = view.Sites[site].UpGpus;
        }

        _changed |= _version != _tables.Version;
        _version = _tables.Version;
        _changed |= _termsVersion != (_terms?.Version ?? 0);
        _termsVersion = _terms?.Version ?? 0;
        // The constraint is on the mean of size times seconds per unit; its price is per second of that mean.
        var price = timePrice * Load.MeanSizeUnits;
        if (!_changed && Math.Abs(price - _price) <= PriceStep * _price)
            return;
        (_price, _changed) = (price, false);
        if (_terms is not null)
            _costs.Weigh(_terms.EnergyWeights);
        _costs.Price(price);
        _features.Reprice(view);
    }

    private int Score(FleetView view, double timePrice)
    {
        var best = -1;
        for (var option = 0; option < _options.Length; option++)
        {
            if (!_mask.Feasible[option])
                continue;
            var (site, gpus) = (option / _costs.Levels, option % _costs.Levels + 1);
            var price = (_pass is null ? 0 : _pass.Prices[site, gpus - 1]) + (_terms?.GpuPrice(site) ?? 0) + Congestion.Value;
            var priced = WithWait(_costs.Best(site, gpus, price), site, view, timePrice);
            _options[option] = priced;
            _scores[option] = priced.Cost + price * priced.Occupancy;
            if (best < 0 || _scores[option] < _scores[best])
                best = option;
        }

        return best;
    }

    private PricedOption WithWait(in PricedOption option, int site, FleetView view, double timePrice) => _mask.HasRoom
        ? option
        : option with { Cost = option.Cost + Math.Max(timePrice, LeastWaitPrice) * _mask.WaitS(view, site, GpuSeconds(option)) / _costs.MeanJoules };

    private double GpuSeconds(in PricedOption option) => option.Occupancy * _costs.MeanSecondsPerUnit * Load.MeanSizeUnits;
}
