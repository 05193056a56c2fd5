using System.CommandLine;
using ControlPlane.Client.Hosting;
using ControlPlane.Client.Inputs;
using ControlPlane.Client.Output;
using ControlPlane.Simulation.Scenarios;
using ControlPlane.Simulation.Signals.Files;

namespace ControlPlane.Client.Commands.Signals;

/// <summary><c>signals inspect FILE...</c>: what files are, and whether they can be used.</summary>
internal static class InspectCommand
{
    /// <summary>Defines the command.</summary>
    /// <param name="services">What it works with.</param>
    public static CliCommand Create(CliServices services)
    {
        var command = new CliCommand("inspect", "Say what files are: layout, zone, span, step, gaps, quantiles, first values.")
        {
            Section = CommandSection.Tools,
            Details =
            [
                "A file that cannot be used is refused with file, line and field, exit code 2: times twice or backward, gaps above two hours, values outside the range of their unit, "
                + "an unknown header (the nearest layout is named). Shorter gaps are filled and counted in 'filled'. Files that end with .gz are unzipped.",
            ],
            Examples =
            [
                ("a year of prices", "controlplane signals inspect US-MIDA-PJM_electricity_prices_2023.csv"),
                ("one zone of many, as a page with charts", "controlplane signals inspect 20230701damlbmp_zone.csv --zone N.Y.C. --report nyc.html"),
                ("Australian prices in USD, by the hour", "controlplane signals inspect PRICE_AND_DEMAND_NSW1.csv --usd-per-aud 0.66 --step 1h"),
                ("numbers for a script", "controlplane signals inspect *.csv --json | jq '.files[].signals[].mean'"),
            ],
        };
        var files = new Argument<string[]>("FILE") { Description = "Files of signals or workloads.", Arity = ArgumentArity.OneOrMore };
        var options = new SignalOptions();
        var rows = Quantity.WholeOption("--rows", 0, 1000, "How many first values to show (default: 3).");
        var report = new Option<string?>("--report") { HelpName = "FILE.html", Description = "Also write a page with a chart of each signal." };
        var output = new OutputInput();
        command.Add(files);
        command.AddGroup("How to read", options.All);
        command.AddGroup("Output", [.. output.Printing, rows, report]);
        command.SetAction(result =>
        {
            var format = output.Format(result);
            var read = ReadAll(result.GetRequiredValue(files), options.Read(result));
            new DocumentWriter(services.Terminal, format).Write(SignalTables.Document(read, (int)(result.GetValue(rows) ?? 3)));
            if (result.GetValue(report) is { } path)
                SignalReport.Write(path, read, services.CommandText);
            return ExitCode.Success;
        });
        return command;
    }

    // What is wrong with every file is said at once.
    private static List<SignalFile> ReadAll(string[] paths, SignalReadOptions options)
    {
        var (read, problems) = (new List<SignalFile>(), new List<ScenarioProblem>());
        foreach (var path in paths)
        {
            if (!File.Exists(path))
                throw new InputException($"there is no file '{path}'");
            try
            {
                read.Add(SignalReader.Read(path, options));
            }
            catch (ScenarioException e)
            {
                problems.AddRange(e.Problems);
            }
        }

        return problems.Count == 0 ? read : throw new ScenarioException(problems);
    }
}
