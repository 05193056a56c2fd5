using ControlPlane.Client.Output;
using ControlPlane.Simulation.Results;
using ControlPlane.Simulation.Studies;

namespace ControlPlane.Client.Studies;

/// <summary>Tables with a row a run.</summary>
internal static class RunTables
{
    /// <summary>The metrics that a person wants first.</summary>
    public static IReadOnlyList<Metric> Essentials { get; } =
    [
        Metrics.Completed, Metrics.WaitingAtEnd, Metrics.JoulesPerUnit, Metrics.AboveFrontier, Metrics.ServiceMean, Metrics.ServiceP99,
        Metrics.WaitMean, Metrics.WaitP99, Metrics.WanMean, Metrics.MeanPower,
    ];

    /// <summary>The metrics that a person wants first of a study: money and emissions too where they are counted.</summary>
    /// <param name="study">The study.</param>
    public static IReadOnlyList<Metric> EssentialsOf(StudyResult study)
    {
        ArgumentNullException.ThrowIfNull(study);
        List<Metric> metrics = [.. Essentials];
        if (study.Scenario.Energy is not null)
            metrics.AddRange([Metrics.EnergyCost, Metrics.Carbon]);
        if (study.Scenario.PowerCap is not null)
            metrics.Add(Metrics.AboveCap);
        return metrics;
    }

    /// <summary>One row a run, for people.</summary>
    /// <param name="study">The study.</param>
    /// <param name="metrics">The columns.</param>
    public static Table ForPeople(StudyResult study, IReadOnlyList<Metric> metrics)
    {
        RunResult[] runs = [.. study.Policies.SelectMany(p => p.Runs)];
        List<Column> columns = [Column.Words("policy", "policy")];
        if (study.Seeds.Count > 1)
            columns.Add(new Column("seed", "seed"));
        if (study.Partial)
            columns.Add(new Column("simulated", "simulated"));
        var table = new Table("", [.. columns, .. metrics.Select(MetricColumn.Of)]);
        // Runs cut short at different times cannot be ranked, nor can different seeds.
        var ranked = !study.Partial && study.Seeds.Count == 1;
        var best = metrics.ToDictionary(m => m, m => ranked ? MetricColumn.Best(m, runs.Select(r => (m.Value(r), Comparison.KeepsUp([r])))) : double.NaN);
        foreach (var run in runs)
        {
            List<Cell> row = [Cell.Of(run.Policy)];
            if (study.Seeds.Count > 1)
                row.Add(Cell.Of(run.Seed));
            if (study.Partial)
                row.Add(Cell.Of(run.Partial ? Show.Duration(run.EndS) : "all", run.Partial ? CellMark.Bad : CellMark.None));
            table.Add([.. row, .. metrics.Select(m => Cell.Of(m.Value(run), m.Decimals, MetricColumn.Mark(m, m.Value(run), best[m])))]);
        }

        return table;
    }

    /// <summary>One column a run, all metrics: for few runs.</summary>
    /// <param name="study">The study.</param>
    public static Table AllMetrics(StudyResult study)
    {
        RunResult[] runs = [.. study.Policies.SelectMany(p => p.Runs)];
        var columns = runs.Select(r => new Column(r.Policy, study.Seeds.Count > 1 ? $"{r.Policy} #{r.Seed}" : r.Policy));
        var table = new Table("All metrics", [Column.Words("metric", "metric"), Column.Words("unit", "unit"), .. columns]);
        foreach (var metric in Metrics.All)
            table.Add([Cell.Of(metric.Title), Cell.Of(metric.Unit), .. runs.Select(r => Cell.Of(metric.Value(r), metric.Decimals))]);
        return table;
    }

    /// <summary>One row a run with every metric, for programs.</summary>
    /// <param name="study">The study.</param>
    public static Table ForPrograms(StudyResult study)
    {
        var table = new Table("", [
            Column.Words("scenario", ""), Column.Words("policy", ""), new Column("seed", ""), Column.Words("partial", ""), new Column("simulated_s", ""),
            .. Metrics.All.Select(MetricColumn.Of)]);
        foreach (var run in study.Policies.SelectMany(p => p.Runs))
        {
            table.Add([
                Cell.Of(run.Scenario), Cell.Of(run.Policy), Cell.Of(run.Seed), new Cell("", run.Partial), Cell.Of(run.EndS, 0),
                .. Metrics.All.Select(m => Cell.Of(m.Value(run), m.Decimals))]);
        }

        return table;
    }
}
