namespace ControlPlane.Simulation.Reports.Tables;

/// <summary>Names of the CSV files of a study.</summary>
internal static class CsvNames
{
    public const string Summary = "summary.csv";
    public const string Runs = "runs.csv";
    public const string Sites = "sites.csv";
    public const string QueueByDay = "queue_by_day.csv";
    public const string Series = "series.csv";
    public const string Routes = "routes.csv";
    public const string Allocations = "allocations.csv";
    public const string Frontier = "frontier.csv";
}
