using ControlPlane.Fleet;
using ControlPlane.Fleet.Hardware;
using ControlPlane.Policies.Telemetry;

namespace ControlPlane.Policies.Learned;

/// <summary>
/// What a unit of work costs and occupies at every site and GPU count, in numbers without a unit that look alike in every fleet: costs over the fleet's mean
/// energy of a unit on one GPU, occupancies over its mean time.
/// </summary>
internal sealed class OptionCosts
{
    private readonly MeasuredTables _tables;
    private readonly FleetModel _model;
    private readonly double[] _costs;
    private readonly double[] _weights;

    /// <summary>Reads a fleet.</summary>
    /// <param name="tables">The fleet's tables as telemetry corrects them; the scales stay the tables' own.</param>
    /// <param name="levels">GPU counts that are told apart, 1..levels.</param>
    public OptionCosts(MeasuredTables tables, int levels)
    {
        var model = tables.Model;
        (_tables, _model, Levels) = (tables, model, levels);
        (_costs, _weights) = (new double[model.SiteCount * levels], new double[model.SiteCount]);
        Array.Fill(_weights, 1);
        MeanJoules = Enumerable.Range(0, model.SiteCount).Average(site => model.JoulesAboveSleep(site, model.Tables[site].Efficient(1)));
        MeanSecondsPerUnit = model.Tables.Average(table => table.SecondsPerUnit(table.Efficient(1)));
    }

    /// <summary>GPU counts that are told apart.</summary>
    public int Levels { get; }

    /// <summary>Energy above sleep of a unit on one GPU at its efficient clock, mean over the sites, J.</summary>
    public double MeanJoules { get; }

    /// <summary>Time of a unit on one GPU at its efficient clock, mean over the sites, s.</summary>
    public double MeanSecondsPerUnit { get; }

    /// <summary>Price of a second per unit of work, over the mean energy.</summary>
    public double SecondPrice { get; private set; }

    /// <summary>The least cost of a GPU count at a site at the present price of time and no price of capacity.</summary>
    public double Cost(int site, int gpus) => _costs[site * Levels + gpus - 1];

    /// <summary>GPU counts that a job may have at a site.</summary>
    public int MostGpus(int site) => Math.Min(Levels, _model.Tables[site].MaxGpus);

    /// <summary>Energy is dearer at some sites than at others. Another price of time has to follow.</summary>
    /// <param name="weights">What a joule costs, by site, over what joules cost on average.</param>
    public void Weigh(ReadOnlySpan<double> weights) => weights.CopyTo(_weights);

    /// <summary>Another price of time.</summary>
    /// <param name="joulesPerUnitS">J per unit for a second per unit.</param>
    public void Price(double joulesPerUnitS)
    {
        SecondPrice = joulesPerUnitS / MeanJoules;
        for (var site = 0; site < _model.SiteCount; site++)
        {
            for (var gpus = 1; gpus <= MostGpus(site); gpus++)
                _costs[site * Levels + gpus - 1] = Best(site, gpus, 0).Cost;
        }
    }

    /// <summary>The clock at which a GPU count costs least: the adaptive frequency, which follows the prices of time and of capacity.</summary>
    /// <param name="site">Site index.</param>
    /// <param name="gpus">GPU count.</param>
    /// <param name="price">Price of the site's GPUs, per occupancy.</param>
    public PricedOption Best(int site, int gpus, double price)
    {
        var best = default(PricedOption);
        var least = double.PositiveInfinity;
        var table = _model.Tables[site];
        for (var level = 0; level < table.Levels; level++)
        {
            var option = Of(site, new Allocation(gpus, level));
            var whole = option.Cost + price * option.Occupancy;
            if (whole < least)
                (best, least) = (option, whole);
        }

        return best;
    }

    /// <summary>What an allocation costs at the present price of time, and occupies.</summary>
    /// <param name="site">Site index.</param>
    /// <param name="allocation">GPUs and clock.</param>
    public PricedOption Of(int site, in Allocation allocation)
    {
        var seconds = _tables.SecondsPerUnit(site, allocation);
        return new(allocation, _weights[site] * _tables.JoulesAboveSleep(site, allocation) / MeanJoules + SecondPrice * seconds, allocation.Gpus * seconds / MeanSecondsPerUnit);
    }
}
