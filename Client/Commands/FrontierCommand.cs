using System.CommandLine;
using ControlPlane.Client.Frontier;
using ControlPlane.Client.Hosting;
using ControlPlane.Client.Inputs;
using ControlPlane.Client.Output;
using ControlPlane.Client.Studies;
using ControlPlane.Simulation.Scenarios;

namespace ControlPlane.Client.Commands;

/// <summary><c>frontier SCENARIO</c>: the least energy for each mean service time.</summary>
internal static class FrontierCommand
{
    /// <summary>Defines the command.</summary>
    /// <param name="services">What it works with.</param>
    public static CliCommand Create(CliServices services)
    {
        var command = new CliCommand("frontier", "Solve for the least energy at each mean service time: the limit of every policy.")
        {
            Section = CommandSection.Understand,
            Details =
            [
                "A linear program over sites, GPU counts and clocks at the scenario's mean load. It bounds every policy whose queues are stable; "
                + "arrival constraints of single ingresses are left out, which keeps it a bound.",
            ],
            Examples =
            [
                ("the curve of the paper's fleet", "controlplane frontier paper"),
                ("chosen budgets, with the operating points to use", "controlplane frontier paper --budgets none,1250,700 --verbose"),
                ("what the loss of a site costs at 1.25 times the load", "controlplane frontier paper --load 1.25 --without me-central"),
            ],
        };
        var scenario = new ScenarioInput(services.Scenarios);
        var output = new OutputInput();
        output.Folder.Description = "Also write CSV tables and JSON into this folder.";
        var budgets = new Option<string?>("--budgets") { HelpName = "S,S,...", Description = "Mean service times in seconds, 'none' for no limit (default: round ones over the whole curve)." };
        var without = new Option<string[]>("--without") { HelpName = "SITE", Description = "Take a site out; may be repeated." };
        var utilisation = Quantity.Option("--utilisation", 0, 1, "Largest busy share of a site's GPUs (default: 1).");
        var verbose = new Option<bool>("--verbose", "-v") { Description = "Also the operating points in use." };
        command.Add(scenario.Name);
        command.AddGroup("What to solve", budgets, scenario.Load, without, utilisation);
        command.AddGroup("Output", [.. output.Writing, verbose]);
        command.SetAction(result =>
        {
            var format = output.Format(result);
            var folder = output.OpenFolder(result);
            var asked = result.GetValue(budgets) is { } text ? BudgetList.Read(text) : null;
            var fleet = scenario.Read(result);
            var lost = (result.GetValue(without) ?? []).Select(name => FindSite(fleet, name)).Distinct().ToList();
            var study = FrontierStudy.Pose(fleet, lost, result.GetValue(utilisation) ?? 1, services.Cancellation);
            if (study.IsFeasible || asked is not null)
                study = study.Solve(asked ?? BudgetList.Propose(study.Extremes.LeastServiceTimeS, study.Extremes.EnergyOptimalServiceTimeS), services.Cancellation);
            new DocumentWriter(services.Terminal, format).Write(Describe(study, result.GetValue(verbose)));
            WriteFolder(folder, study);
            if (folder is not null && !output.IsQuiet(result))
                services.Terminal.Error.WriteLine($"wrote {string.Join(", ", folder.Files)} to {folder.Path}");
            return Finish(study, services);
        });
        return command;
    }

    private static int FindSite(Scenario scenario, string name)
    {
        var names = scenario.Fleet.Sites.Select(s => s.Name).ToArray();
        var index = Array.IndexOf(names, name);
        return index >= 0 ? index : throw new InputException($"--without: there is no site '{name}'{Nearest.Hint(name, names)} (sites are {string.Join(", ", names)})");
    }

    private static Document Describe(FrontierStudy study, bool verbose)
    {
        List<Table> tables = study.Points.Count == 0 ? [] : [FrontierTables.Curve(study), FrontierTables.Utilisation(study), FrontierTables.Prices(study)];
        if (verbose)
            tables.Add(FrontierTables.Points(study));
        var share = study.Problem.LoadUnitsPerS / study.Extremes.MaxLoadUnitsPerS;
        var lost = study.Without.Count == 0 ? "" : $" without {string.Join(", ", study.Without.Select(i => study.Problem.Sites[i].Name))}";
        return new Document
        {
            Heading =
            [
                StudyHeading.Of(study.Scenario) + lost,
                $"Load {study.Problem.LoadUnitsPerS:0.#} units/s, {100 * share:0.#} % of the most that the fleet can carry; mean job {study.Problem.MeanSizeUnits:0} units; "
                + (study.IsFeasible
                    ? $"mean service time from {study.Extremes.LeastServiceTimeS:0} s (fastest) to {study.Extremes.EnergyOptimalServiceTimeS:0} s (least energy)."
                    : "the fleet cannot carry it."),
            ],
            Tables = tables,
            Csv = () => FrontierTables.Curve(study),
            Json = () => FrontierJson.Of(study),
        };
    }

    private static void WriteFolder(OutputFolder? folder, FrontierStudy study)
    {
        if (folder is null)
            return;
        folder.Write("frontier.csv", FrontierTables.Curve(study));
        folder.Write("frontier_sites.csv", FrontierTables.Sites(study));
        folder.Write("frontier_points.csv", FrontierTables.Points(study));
        folder.Write("frontier.json", FrontierJson.Of(study));
    }

    private static int Finish(FrontierStudy study, CliServices services)
    {
        if (study.IsFeasible && study.Points.Any(p => p.IsFeasible))
            return ExitCode.Success;
        Failures.WriteError(services.Terminal, study.IsFeasible ? "no budget given can be met" : "the load is more than the fleet can carry: lower --load or bring sites back");
        return ExitCode.Failure;
    }
}
