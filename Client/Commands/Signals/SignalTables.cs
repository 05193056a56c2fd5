using System.Text.Json.Nodes;
using ControlPlane.Client.Output;
using ControlPlane.Simulation.Signals;
using ControlPlane.Simulation.Signals.Files;

namespace ControlPlane.Client.Commands.Signals;

/// <summary>Files of signals as tables and JSON.</summary>
internal static class SignalTables
{
    private const int MostTallied = 8;

    /// <summary>What is to be shown of files.</summary>
    /// <param name="files">The files.</param>
    /// <param name="rows">How many first values.</param>
    public static Document Document(IReadOnlyList<SignalFile> files, int rows) => new()
    {
        Heading = [.. files.Select(Heading)],
        Tables = [.. Signals(files) is { Rows.Count: > 0 } signals ? [signals] : Array.Empty<Table>(), .. files.SelectMany(f => Details(f, rows))],
        Csv = () => Signals(files),
        Json = () => new JsonObject
        {
            ["kind"] = "signals",
            ["version"] = 1,
            ["files"] = JsonText.Array(files.Select(f => (JsonNode)Json(f, rows))),
        },
    };

    private static string Heading(SignalFile file) =>
        $"{file.File}: {file.Layout.Title}{(file.Zone.Length > 0 ? $", {file.Zone}" : "")}; {Show.Count(file.Rows, "row")}; sha256 {file.Sha256[..12]}…";

    private static Table Signals(IReadOnlyList<SignalFile> files)
    {
        var table = new Table("Signals", [
            Column.Words("file", "file"), Column.Words("signal", "signal"), Column.Words("unit", "unit"), Column.Words("start_utc", "from (UTC)"), Column.Words("end_utc", "to (UTC)"),
            new("step_s", "step", "s"), new("slots", "slots"), new("filled", "filled"), new("mean", "mean"), new("min", "least"), new("p01", "1 %"), new("p50", "50 %"),
            new("p90", "90 %"), new("p99", "99 %"), new("max", "most"), Column.Words("spark", "shape")])
        {
            Notes = [.. files.SelectMany(f => f.Series).Select(s => s.Source.Resampling).Where(r => r.Length > 0).Distinct().Select(r => $"Done to the values: {r}.")],
        };
        foreach (var (file, series) in files.SelectMany(f => f.Series.Select(s => (f, s))))
            table.Add(Row(file, new SignalStatistics(series)));
        return table;
    }

    private static Cell[] Row(SignalFile file, SignalStatistics statistics)
    {
        var series = statistics.Series;
        var digits = series.Quantity is SignalQuantity.PriceUsdPerKwh or SignalQuantity.CarbonKgPerKwh ? 4 : 1;
        return
        [
            Cell.Of(file.File), Cell.Of(series.Name), Cell.Of(series.Quantity.Unit()), Cell.Of(Moment(series.StartUtc)), Cell.Of(series.IsRepeating ? "every year" : Moment(series.EndUtc)),
            Cell.Of((long)series.Step.TotalSeconds), Cell.Of(series.Values.Length), Cell.Of(series.Source.FilledSlots), Cell.Of(statistics.Mean, digits),
            .. ((double[])[0, 0.01, 0.5, 0.9, 0.99, 1]).Select(share => Cell.Of(statistics.Quantile(share), digits)), Cell.Of(statistics.Spark()),
        ];
    }

    private static IEnumerable<Table> Details(SignalFile file, int rows)
    {
        foreach (var tally in file.Tallies)
        {
            var table = new Table($"{file.File}: {tally.Name}{(double.IsNaN(tally.Mean) ? "" : $", mean {tally.Mean:0.###}")}", [Column.Words("value", "value"), new("count", "rows"), new("share", "share", "%")])
            {
                Notes = tally.Counts.Count > MostTallied ? [$"and {tally.Counts.Count - MostTallied} more values"] : [],
            };
            var all = tally.Counts.Sum(c => (double)c.Value);
            foreach (var (value, count) in tally.Counts.Take(MostTallied))
                table.Add(Cell.Of(value), Cell.Of(count), Cell.Of(100 * count / all, 1));
            yield return table;
        }

        if (rows > 0 && file.Series.Count > 0)
            yield return First(file, rows);
    }

    private static Table First(SignalFile file, int rows)
    {
        var table = new Table($"{file.File}: first values", [Column.Words("signal", "signal"), Column.Words("start_utc", "slot from (UTC)"), new("value", "value"), Column.Words("unit", "unit")]);
        foreach (var series in file.Series)
        {
            for (var i = 0; i < Math.Min(rows, series.Values.Length); i++)
                table.Add(Cell.Of(series.Name), Cell.Of(Moment(series.StartUtc + series.Step * i)), Cell.Of(series.Values[i], 6), Cell.Of(series.Quantity.Unit()));
        }

        return table;
    }

    private static JsonObject Json(SignalFile file, int rows) => new()
    {
        ["file"] = file.File,
        ["layout"] = file.Layout.Name,
        ["sha256"] = file.Sha256,
        ["zone"] = file.Zone,
        ["rows"] = file.Rows,
        ["signals"] = JsonText.Rows(Signals([file])),
        ["resampling"] = JsonText.Array(file.Series.Select(s => (JsonNode)s.Source.Resampling)),
        ["tallies"] = new JsonObject(file.Tallies.Select(t => new KeyValuePair<string, JsonNode?>(
            t.Name,
            new JsonObject(t.Counts.Take(1000).Select(c => new KeyValuePair<string, JsonNode?>(c.Key, c.Value)))))),
        ["hour_of_day_share"] = JsonText.Array(file.HourOfDayShare.Select(JsonText.Number)),
        ["first"] = JsonText.Rows(First(file, rows)),
    };

    private static string Moment(DateTimeOffset utc) => $"{utc:yyyy-MM-dd HH:mm}";
}
