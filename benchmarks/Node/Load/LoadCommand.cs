using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using ControlPlane.Benchmarks.Bars;

namespace ControlPlane.Benchmarks.Node.Load;

/// <summary>Submissions over HTTP to a node that is a process of its own, each on disk before it is acknowledged.</summary>
internal static class LoadCommand
{
    private const double LeastPerS = 5_000;
    private const double MostP99Ms = 20;
    private static readonly JsonSerializerOptions Indented = new(JsonSerializerDefaults.Web) { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private static readonly Option<Uri?> Node = new("--node") { Description = "Address of a running node, such as http://127.0.0.1:8080; a fresh one is started without it." };
    private static readonly Option<string?> AdminKey = new("--admin-key") { Description = "With --node: key of an administrator; not needed for a node with --dev." };
    private static readonly Option<string> Data = new("--data") { Description = "Where the folder of the started node is made.", DefaultValueFactory = _ => "." };
    private static readonly Option<string?> Connection = new("--connection") { Description = "Connection string of an empty PostgreSQL database for the started node." };
    private static readonly Option<double?> Rate = new("--rate") { Description = "Jobs a second that are due, whatever became of those before (open loop)." };
    private static readonly Option<int> Callers = new("--callers") { Description = "Connections, each with one request under way.", DefaultValueFactory = _ => 64 };
    private static readonly Option<int> Batch = new("--batch") { Description = "Jobs in a request, 1 to 1000.", DefaultValueFactory = _ => 1 };
    private static readonly Option<double> Seconds = new("--for") { Description = "Seconds that are measured.", DefaultValueFactory = _ => 10 };
    private static readonly Option<double> WarmUp = new("--warm-up") { Description = "Seconds before.", DefaultValueFactory = _ => 5 };
    private static readonly Option<bool> Agents = new("--agents") { Description = "Agents of all sites take part; their jobs take no time." };
    private static readonly Option<bool> Insist = new("--insist") { Description = "Repeat what was refused after the time that the answer names." };
    private static readonly Option<int> Keys = new("--keys") { Description = "API keys that share the requests: each has a rate limit.", DefaultValueFactory = _ => 16 };
    private static readonly Option<bool> Bar = new("--bar") { Description = "Exit code 1 below 5 000 jobs/s or above a 99th percentile of 20 ms." };
    private static readonly Option<bool> Json = new("--json") { Description = "JSON." };

    /// <summary>Runs it.</summary>
    /// <param name="arguments">Arguments after the verb.</param>
    /// <returns>0; 1 if a job was lost, the ledger does not close or, with <c>--bar</c>, a bar is missed; 2 for a wrong argument.</returns>
    public static int Run(string[] arguments)
    {
        var command = new RootCommand("Durable submissions over HTTP: benchmarks node load.")
        {
            Node, AdminKey, Data, Connection, Rate, Callers, Batch, Seconds, WarmUp, Agents, Insist, Keys, Bar, Json,
        };
        command.SetAction(Measure);
        var result = command.Parse(arguments);
        return result.Errors.Count == 0 ? result.Invoke() : throw new ArgumentException(result.Errors[0].Message, nameof(arguments));
    }

    private static async Task<int> Measure(ParseResult given, CancellationToken cancellation)
    {
        var options = Read(given);
        var machine = BarsCommand.Machine();
        var figures = await LoadStand.Measure(options).WaitAsync(cancellation);
        var isMet = figures is { JobsPerS: >= LeastPerS, P99Ms: <= MostP99Ms };
        if (given.GetValue(Json))
            Console.WriteLine(JsonSerializer.Serialize(new { machine, isMet, figures }, Indented));
        else
            Print(machine, figures, isMet);
        return figures.IsSound && (isMet || !given.GetValue(Bar)) ? 0 : 1;
    }

    private static LoadOptions Read(ParseResult given)
    {
        var batch = Within(given, Batch, 1, 1_000);
        return new LoadOptions
        {
            Node = given.GetValue(Node),
            AdminKey = given.GetValue(AdminKey),
            Data = given.GetValue(Data)!,
            Connection = given.GetValue(Connection),
            RequestsPerS = given.GetValue(Rate) is null ? null : Within(given, Rate, 1, 1_000_000) / batch,
            Callers = Within(given, Callers, 1, 10_000),
            Batch = batch,
            For = TimeSpan.FromSeconds(Within(given, Seconds, 1, 86_400)),
            WarmUp = TimeSpan.FromSeconds(Within(given, WarmUp, 0, 3_600)),
            WithAgents = given.GetValue(Agents),
            Insists = given.GetValue(Insist),
            Keys = Within(given, Keys, 1, 1_000),
        };
    }

    private static T Within<T>(ParseResult given, Option<T> option, T least, T most)
        where T : IComparable<T> =>
        given.GetValue(option)! is var value && value.CompareTo(least) >= 0 && value.CompareTo(most) <= 0
            ? value
            : throw new ArgumentException($"{option.Name} must be {least} to {most}, not {value}", nameof(given));

    private static double Within(ParseResult given, Option<double?> option, double least, double most) =>
        given.GetValue(option) is { } value && value >= least && value <= most
            ? value
            : throw new ArgumentException($"{option.Name} must be {least} to {most}, not {given.GetValue(option)}", nameof(given));

    private static void Print(string machine, LoadFigures f, bool isMet)
    {
        Console.WriteLine($"{machine}\n");
        Console.WriteLine("storage   loop    offered/s  callers  jobs/request  agents     jobs   jobs/s  p50 ms  p90 ms  p99 ms  p99.9 ms  greatest ms  commits/s  node µs/job  generator µs/job  node MiB");
        Console.WriteLine(
            $"{f.Storage,-9} {f.Loop,-6} {f.OfferedPerS,10:F0} {f.Callers,8} {f.Batch,13} {(f.WithAgents ? "yes" : "no"),7} {f.Jobs,8} {f.JobsPerS,8:F0} "
            + $"{f.P50Ms,7:F2} {f.P90Ms,7:F2} {f.P99Ms,7:F2} {f.P999Ms,9:F2} {f.GreatestMs,12:F1} {f.CommitsPerS,10:F0} {f.NodeCpuUsPerJob,12:F0} {f.GeneratorCpuUsPerJob,17:F0} {f.NodeMib,9:F0}");
        foreach (var (reason, count) in f.Refusals.OrderByDescending(r => r.Value))
            Console.WriteLine($"  refused {count}: {reason}");
        Console.WriteLine($"  {f.Snapshots:F0} snapshots, {f.SnapshotPauseMs:F0} ms of pause; repeated {f.Repeats}, broken connections {f.Broken}, unknown at the end {f.Unknown}; of {f.Check.Checked} acknowledged jobs {f.Check.Lost} lost; "
            + $"ledger: {f.Check.Submitted} submitted, {f.Check.Completed} completed, {(f.Check.LedgerCloses ? "closes" : "DOES NOT CLOSE")}");
        Console.WriteLine($"\ndurable submissions over HTTP >= 5 000/s with p99 <= 20 ms: {(isMet ? "met" : "MISSED")}");
    }
}
