using ControlPlane.Client.Output;
using ControlPlane.Planning.Frontier;

namespace ControlPlane.Client.Frontier;

/// <summary>The frontier as tables.</summary>
internal static class FrontierTables
{
    private const double MillijoulesPerJoule = 1000;

    /// <summary>A row a budget: energy, service time, prices.</summary>
    /// <param name="study">The frontier.</param>
    public static Table Curve(FrontierStudy study)
    {
        var table = new Table("", [
            Column.Words("budget", "mean service <="), new("joules_per_unit", "energy", "J/unit"), new("mean_service_s", "mean service", "s"),
            new("service_price_mj_per_unit_s", "price of 1 s", "mJ/unit"), new("marginal_joules_per_unit", "next unit", "J")])
        {
            Notes =
            [
                "energy: least possible, sleeping GPUs included. price of 1 s: energy per unit saved by allowing one second more. "
                + "next unit: energy of one more unit of load.",
                .. study.Points.Where(p => !p.IsFeasible).Select(p => $"{Budget(p)}: {p.InfeasibleReason}").Distinct(),
            ],
        };
        foreach (var point in study.Points)
        {
            table.Add(
                Cell.Of(Budget(point)), Cell.Of(point.EnergyPerUnitJ, 3), Cell.Of(point.MeanServiceTimeS, 0),
                Cell.Of(point.ServiceTimePriceJPerUnitS * MillijoulesPerJoule, 3), Cell.Of(point.MarginalEnergyPerUnitJ, 3));
        }

        return table;
    }

    /// <summary>A row a budget, a column a site: the busy share of its GPUs.</summary>
    /// <param name="study">The frontier.</param>
    public static Table Utilisation(FrontierStudy study) =>
        BySite(study, "Busy share of the sites' GPUs, %", site => 100 * site.Utilisation, 1);

    /// <summary>A row a budget, a column a site: what a further GPU would save.</summary>
    /// <param name="study">The frontier.</param>
    public static Table Prices(FrontierStudy study) =>
        BySite(study, "Price of capacity: power that a further busy GPU would save the fleet, W", site => site.CapacityPriceJPerGpuS, 1);

    /// <summary>A row a budget and operating point in use.</summary>
    /// <param name="study">The frontier.</param>
    public static Table Points(FrontierStudy study)
    {
        var table = new Table("Operating points in use", [
            Column.Words("budget", "mean service <="), Column.Words("site", "site"), new("gpus", "GPUs"), new("clock", "clock"),
            new("units_per_s", "work", "units/s"), new("share_percent", "share", "%")]);
        foreach (var point in study.Points)
        {
            foreach (var rate in point.WorkRates)
            {
                table.Add(
                    Cell.Of(Budget(point)), Cell.Of(study.Problem.Sites[rate.Site].Name), Cell.Of(rate.OperatingPoint.Gpus), Cell.Of(rate.OperatingPoint.Clock, 2),
                    Cell.Of(rate.UnitsPerS, 1), Cell.Of(100 * rate.UnitsPerS / study.Problem.LoadUnitsPerS, 2));
            }
        }

        return table;
    }

    /// <summary>A row a budget and site, for programs.</summary>
    /// <param name="study">The frontier.</param>
    public static Table Sites(FrontierStudy study)
    {
        var table = new Table("", [
            Column.Words("budget", ""), Column.Words("site", ""), new("units_per_s", ""), new("busy_gpus", ""), new("utilisation", ""), new("capacity_price_w_per_gpu", "")]);
        foreach (var point in study.Points)
        {
            foreach (var site in point.Sites)
            {
                table.Add(
                    Cell.Of(Budget(point)), Cell.Of(site.Name), Cell.Of(site.UnitsPerS, 3), Cell.Of(site.BusyGpus, 3), Cell.Of(site.Utilisation, 5),
                    Cell.Of(site.CapacityPriceJPerGpuS, 3));
            }
        }

        return table;
    }

    /// <summary>A budget for people and programs.</summary>
    /// <param name="point">Its point.</param>
    public static string Budget(FrontierPoint point) => point.BudgetS is { } budgetS ? budgetS.ToString("0.##") : "none";

    private static Table BySite(FrontierStudy study, string title, Func<SiteLoad, double> value, int decimals)
    {
        var table = new Table(title, [Column.Words("budget", "mean service <="), .. study.Problem.Sites.Select(s => new Column(s.Name, s.Name))]);
        foreach (var point in study.Points.Where(p => p.IsFeasible))
            table.Add([Cell.Of(Budget(point)), .. point.Sites.Select(s => Cell.Of(value(s), decimals))]);
        return table;
    }
}
