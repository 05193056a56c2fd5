using System.Diagnostics;
using System.Text.Json;
using ControlPlane.Benchmarks.Bars;

namespace ControlPlane.Benchmarks.Learning.SideBySide;

/// <summary>Our updates and PyTorch's, the same mathematics and shapes, in turns on the same core, in processor time.</summary>
internal static class SideBySideCommand
{
    public const string Option = "--side-by-side";

    private const int Rounds = 7;
    private const int Trial = 20;
    private const double SecondsPerRound = 0.8;
    private const double WarmUpS = 2;
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    /// <summary>Prints updates a second of both and their ratio, or JSON; exit code 1 if a bar is missed, 0 where PyTorch is absent.</summary>
    /// <param name="arguments">Arguments after the option.</param>
    public static int Run(string[] arguments)
    {
        var options = SideBySideOptions.Parse(arguments);
        BindToOneCore();
        if (!TorchProcess.TryStart(options.Python, out var torch, out var obstacle))
        {
            Console.WriteLine($"skipped: '{options.Python}' cannot run PyTorch ({obstacle}). Debian has it as python3-torch, to be installed with libopenblas0-pthread.");
            return 0;
        }

        using (torch)
        {
            var machine = $"{BarsCommand.Machine()}; {torch.Versions}";
            if (!options.Json)
                Console.WriteLine($"{machine}\n{"updates/s of one core, best of rounds in turn",-44} {"managed",8} {"PyTorch",8} {"ratio",6}");
            var rows = new List<ContestRow>();
            foreach (var contest in Contests.All())
            {
                rows.Add(Hold(contest, torch));
                if (!options.Json)
                    Console.WriteLine(rows[^1]);
            }

            if (options.Json)
                Console.WriteLine(JsonSerializer.Serialize(new { machine, rows }, Indented));
            return rows.TrueForAll(row => row.Met) ? 0 : 1;
        }
    }

    // The lowest core that there is for this process; PyTorch's inherits it.
    private static void BindToOneCore()
    {
        if (!OperatingSystem.IsLinux() && !OperatingSystem.IsWindows())
            return;
        using var self = Process.GetCurrentProcess();
        self.ProcessorAffinity &= -self.ProcessorAffinity;
    }

    private static ContestRow Hold(Contest contest, TorchProcess torch)
    {
        var way = torch.Prepare(contest.Order);
        for (var spent = 0.0; spent < WarmUpS;)
            spent += Seconds(contest.Update, Trial);
        var count = Count(Seconds(contest.Update, Trial));
        var theirCount = Count(torch.Seconds(contest.Order, Trial));
        var (ours, theirs) = (new double[Rounds], new double[Rounds]);
        for (var round = 0; round < Rounds; round++)
        {
            ours[round] = count / Seconds(contest.Update, count);
            theirs[round] = theirCount / torch.Seconds(contest.Order, theirCount);
        }

        return new ContestRow(contest.Name, contest.Least, ours, theirs, way);
    }

    private static int Count(double trialS) => Math.Max(Trial, (int)(SecondsPerRound * Trial / trialS));

    private static double Seconds(Action update, int count)
    {
        var begun = Environment.CpuUsage.TotalTime;
        for (var i = 0; i < count; i++)
            update();
        return (Environment.CpuUsage.TotalTime - begun).TotalSeconds;
    }
}
