using System.Runtime.InteropServices;
using System.Text.Json;

namespace ControlPlane.Benchmarks.Bars;

/// <summary>Measures every speed bar of the event loop, the policies and the frontier in one run.</summary>
internal static class BarsCommand
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    /// <summary>Prints the table, or JSON; exit code 1 if a bar is missed.</summary>
    /// <param name="options">Arguments after the verb.</param>
    public static int Run(string[] options)
    {
        if (options.Except(["--json"]).FirstOrDefault() is { } unknown)
            throw new ArgumentException($"bars has no option '{unknown}'; there is --json.", nameof(options));
        var json = options.Contains("--json");
        if (!json)
            Console.WriteLine($"{Machine()}\ndecision: p50 / p99 / greatest at 8; 100; 1 000 sites\n");
        var rows = new List<BarRow>();
        foreach (var row in Rows())
        {
            rows.Add(row);
            if (!json)
                Console.WriteLine($"{row.Bar,-48} {row.Limit,-40} {Verdict(row),-6} {row.Measured}");
        }

        if (json)
            Console.WriteLine(JsonSerializer.Serialize(new { machine = Machine(), bars = rows }, Indented));
        return rows.TrueForAll(r => r.Met) ? 0 : 1;
    }

    /// <summary>What the figures depend on, in one line: processors, runtime and other work on the machine.</summary>
    public static string Machine()
    {
        const string LoadFile = "/proc/loadavg";
        var load = File.Exists(LoadFile) ? $", load average before {File.ReadAllText(LoadFile).Split(' ')[0]}" : "";
        return $"{Environment.ProcessorCount} processors, {RuntimeInformation.ProcessArchitecture}, {RuntimeInformation.FrameworkDescription}{load}";
    }

    private static string Verdict(BarRow row) => row.Limit == BarRow.NoLimit ? "" : row.Met ? "met" : "MISSED";

    private static IEnumerable<BarRow> Rows() =>
        HoldModelBar.Measure().Concat(WeekBar.Measure()).Concat(WideFleetBar.Measure()).Concat(FrontierBar.Measure()).Concat(DecisionBar.Measure());
}
