namespace ControlPlane.Planning.Routing;

/// <summary>
/// Routes demand between two plans without any solver: at each tick a few steps of mirror-prox from where it stands, then relaxed projections onto the limits that its shares break,
/// the worst first (bregman-routing.md, section 2.2). It keeps shares and prices from tick to tick, so that it follows what drifts, and allocates nothing from tick to tick.
/// Not for use by two threads at once.
/// </summary>
public sealed class BregmanRouter
{
    private readonly RoutingSettings _settings;
    private readonly MirrorProx _prox;
    private readonly RoutingPoint _at;
    private readonly double[] _routed;
    private readonly double[] _weights;
    private double _scaleUsd = 1;
    private RoutingProblem? _problem;

    /// <summary>Makes a router.</summary>
    /// <param name="classes">Number of classes, ≥ 1.</param>
    /// <param name="sites">Number of sites, ≥ 1.</param>
    /// <param name="settings">Its settings; null for the defaults.</param>
    /// <exception cref="ArgumentOutOfRangeException">A setting is out of its range.</exception>
    public BregmanRouter(int classes, int sites, RoutingSettings? settings = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(classes, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(sites, 1);
        (Classes, Sites, _settings) = (classes, sites, settings ?? new RoutingSettings());
        _settings.Check();
        _prox = new MirrorProx(_settings, classes, sites);
        _at = new RoutingPoint(classes, sites);
        (_routed, _weights) = (new double[classes * sites], new double[classes * sites]);
    }

    /// <summary>Number of classes.</summary>
    public int Classes { get; }

    /// <summary>Number of sites.</summary>
    public int Sites { get; }

    /// <summary>The shares to route by, classes x sites: those of the last tick.</summary>
    public ReadOnlySpan<double> Shares => _routed;

    /// <summary>Projections that the last tick took.</summary>
    public int Projections { get; private set; }

    /// <summary>What a unit of a site's capacity is worth, USD: 0 where it is not scarce.</summary>
    /// <param name="site">The site.</param>
    public double CapacityUsd(int site) => _problem is null ? 0 : _at.SitePrices[site] * _scaleUsd / _problem.Capacity[site];

    /// <summary>What a tonne of the budget is worth, USD.</summary>
    public double CarbonUsdPerT => _problem is { HasBudget: true } problem ? _at.CarbonPrice * _scaleUsd / problem.BudgetT : 0;

    /// <summary>Begins anew from shares, such as those of a plan.</summary>
    /// <param name="shares">Shares, classes x sites, ≥ 0; each class's are made to sum to 1.</param>
    /// <exception cref="ArgumentException">There are too few, or a class has none.</exception>
    public void Begin(ReadOnlySpan<double> shares)
    {
        if (shares.Length != _routed.Length)
            throw new ArgumentException($"{shares.Length} shares for {Classes} classes and {Sites} sites.", nameof(shares));
        for (var k = 0; k < Classes; k++)
        {
            var sum = 0.0;
            for (var s = 0; s < Sites; s++)
                sum += shares[k * Sites + s];
            if (!(sum > 0 && double.IsFinite(sum)))
                throw new ArgumentException($"The shares of class {k} sum to {sum}.", nameof(shares));
            for (var s = 0; s < Sites; s++)
                _at.Shares[k * Sites + s] = shares[k * Sites + s] / sum;
        }

        Array.Clear(_at.SitePrices);
        _at.CarbonPrice = 0;
    }

    /// <summary>Follows a problem: new demands, prices or limits.</summary>
    /// <param name="problem">How things are now, of this router's shape.</param>
    /// <exception cref="ArgumentException">It has another shape.</exception>
    public void Tick(RoutingProblem problem)
    {
        ArgumentNullException.ThrowIfNull(problem);
        if (problem.Classes != Classes || problem.Sites != Sites)
            throw new ArgumentException($"{problem.Classes} classes and {problem.Sites} sites for a router of {Classes} and {Sites}.", nameof(problem));
        (_problem, _scaleUsd) = (problem, MirrorProx.ScaleUsd(problem));
        // Sites that became allowed get a little, those that are no longer lose all.
        _at.Admit(problem, _settings.LeastShare);
        for (var step = 0; step < _settings.StepsPerTick; step++)
            _prox.Step(problem, _at);
        _at.Shares.CopyTo(_routed, 0);
        Projections = 0;
        while (Projections < _settings.ProjectionsPerTick && ProjectWorst(problem))
            Projections++;
    }

    private bool ProjectWorst(RoutingProblem problem)
    {
        var (worst, at) = (_settings.Tolerance, -1);
        for (var s = 0; s < Sites; s++)
        {
            var over = problem.Load(_routed, s) / problem.Capacity[s] - 1;
            if (over > worst)
                (worst, at) = (over, s);
        }

        if (problem.HasBudget && problem.EmissionsOf(_routed) / problem.BudgetT - 1 > worst)
            at = Sites;
        if (at < 0)
            return false;
        var limit = Limit(problem, at);
        // Where no step reaches the limit, the demand does not fit, and the shares stay as they are.
        if (FejerWindow.Projected(limit) is not { } projection)
            return false;
        limit.Step(_settings.Relaxation * projection, _settings.LeastShare, _routed);
        return true;
    }

    // A site's capacity, or the emission budget after the last one, relative to the limit itself.
    private HalfSpace Limit(RoutingProblem problem, int at)
    {
        Array.Clear(_weights);
        for (var k = 0; k < Classes; k++)
        {
            for (var s = 0; s < Sites; s++)
            {
                if (at == Sites)
                    _weights[k * Sites + s] = problem.Demand[k] * problem.Emissions(k)[s] / problem.BudgetT;
                else if (s == at)
                    _weights[k * Sites + s] = problem.Demand[k] / problem.Capacity[s];
            }
        }

        return new HalfSpace(_weights, 1, Sites, _routed);
    }
}
