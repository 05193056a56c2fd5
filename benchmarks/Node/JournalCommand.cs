using System.Globalization;
using System.Text.Json;
using ControlPlane.Benchmarks.Bars;
using ControlPlane.Silo.Embedded.Journal;

namespace ControlPlane.Benchmarks.Node;

/// <summary>
/// Durable submissions a second through a node's journal: every one is on disk before it is acknowledged. In a new SQLite file under <c>--data</c>, or with
/// <c>--connection</c> in a PostgreSQL database.
/// </summary>
internal static class JournalCommand
{
    private const double LeastPerS = 5_000;
    private const double MostP99Ms = 20;
    private static readonly string[] Known = ["--data", "--connection", "--seconds", "--callers", "--live"];
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    /// <summary>Prints the table, or JSON; exit code 1 if no number of callers meets both bars.</summary>
    /// <param name="options">Arguments after the verb.</param>
    public static int Run(string[] options)
    {
        var given = Read([.. options.Where(o => o != "--json")]);
        var machine = BarsCommand.Machine();
        var rows = Measure(given).GetAwaiter().GetResult();
        var isMet = rows.Exists(r => r.PerS >= LeastPerS && r.P99Ms <= MostP99Ms);
        if (options.Contains("--json"))
            Console.WriteLine(JsonSerializer.Serialize(new { machine, isMet, rows }, Indented));
        else
            Print(machine, rows, isMet);
        return isMet ? 0 : 1;
    }

    private static Dictionary<string, string> Read(string[] options)
    {
        var given = new Dictionary<string, string>();
        for (var i = 0; i < options.Length; i += 2)
        {
            if (!Known.Contains(options[i]) || i + 1 == options.Length)
                throw new ArgumentException($"node journal has no option '{options[i]}', or it has no value; there are {string.Join(", ", Known)} and --json.", nameof(options));
            given[options[i]] = options[i + 1];
        }

        return given;
    }

    private static async Task<List<JournalFigures>> Measure(Dictionary<string, string> given)
    {
        var connection = given.GetValueOrDefault("--connection");
        var seconds = double.Parse(given.GetValueOrDefault("--seconds", "10"), CultureInfo.InvariantCulture);
        var live = int.Parse(given.GetValueOrDefault("--live", "10000"), CultureInfo.InvariantCulture);
        int[] callers = given.TryGetValue("--callers", out var number) ? [int.Parse(number, CultureInfo.InvariantCulture)] : [1, 64, 512];
        var folder = Directory.CreateDirectory(Path.Combine(given.GetValueOrDefault("--data", "."), $"journal-{Environment.ProcessId}")).FullName;
        try
        {
            // In a database that was used before the jobs of the last measurement are known: it must be a new one.
            var place = new JournalPlace { Folder = folder, Connection = connection };
            await using var host = await JournalHost.OpenAsync(place.Storage(TimeProvider.System), JournalStand.Home, TimeProvider.System);
            var stand = new JournalStand(host, connection is null ? "sqlite" : "postgres", live);
            await stand.Run(callers: 64, seconds / 4);
            var rows = new List<JournalFigures>();
            foreach (var count in callers)
                rows.Add(await stand.Run(count, seconds));
            return rows;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static void Print(string machine, List<JournalFigures> rows, bool isMet)
    {
        Console.WriteLine($"{machine}\n");
        Console.WriteLine("storage   callers  submitted  submitted/s   p50 ms   p99 ms  greatest ms  commits/s  jobs/commit");
        foreach (var row in rows)
        {
            Console.WriteLine(
                $"{row.Storage,-9} {row.Callers,7} {row.Submitted,10} {row.PerS,12:F0} {row.P50Ms,8:F2} {row.P99Ms,8:F2} {row.GreatestMs,12:F1} "
                + $"{row.CommitsPerS,10:F0} {row.PerS / row.CommitsPerS,12:F1}");
        }

        Console.WriteLine($"\ndurable submissions/s >= 5 000 with p99 <= 20 ms: {(isMet ? "met" : "MISSED")}");
    }
}
