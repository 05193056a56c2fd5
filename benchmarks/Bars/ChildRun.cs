using System.Diagnostics;
using System.Text.Json;
using ControlPlane.Benchmarks.Fleets;

namespace ControlPlane.Benchmarks.Bars;

/// <summary>Measures a run in a process of its own, whose peak working set is that of the run.</summary>
internal static class ChildRun
{
    public const string Verb = "measure-run";

    /// <summary>Starts the child and reads what it measured.</summary>
    /// <param name="arguments">As <see cref="Serve"/> takes them.</param>
    public static RunFigures Start(params string[] arguments)
    {
        using var child = Process.Start(Command([Verb, .. arguments]))!;
        var output = child.StandardOutput.ReadToEnd();
        child.WaitForExit();
        if (child.ExitCode != 0)
            throw new InvalidOperationException($"The measuring process ended with {child.ExitCode}: {string.Join(' ', arguments)}");
        return JsonSerializer.Deserialize<RunFigures>(output)!;
    }

    /// <summary>The child's side: <c>paper POLICY REPEATS</c> or <c>wide SITES INGRESSES JOBS POLICY REPEATS</c>.</summary>
    /// <param name="arguments">The arguments.</param>
    public static int Serve(string[] arguments)
    {
        var (scenario, policy, repeats) = arguments switch
        {
            ["paper", var name, var times] => (PaperFleet.Published(), name, times),
            ["wide", var sites, var ingresses, var jobs, var name, var times] =>
                (WideFleet.Scenario(int.Parse(sites), int.Parse(ingresses), double.Parse(jobs)), name, times),
            _ => throw new ArgumentException($"Not a run to measure: {string.Join(' ', arguments)}", nameof(arguments)),
        };
        Console.WriteLine(JsonSerializer.Serialize(RunMeter.Measure(scenario, policy, int.Parse(repeats))));
        return 0;
    }

    private static ProcessStartInfo Command(string[] arguments)
    {
        var program = Environment.ProcessPath!;
        // Under `dotnet x.dll` the program is the host.
        string[] host = Path.GetFileNameWithoutExtension(program) == "dotnet" ? [typeof(ChildRun).Assembly.Location] : [];
        return new ProcessStartInfo(program, [.. host, .. arguments]) { UseShellExecute = false, RedirectStandardOutput = true };
    }
}
