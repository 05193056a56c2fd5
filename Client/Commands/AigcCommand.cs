using System.CommandLine;
using System.Text.Json.Nodes;
using ControlPlane.Client.Engines;
using ControlPlane.Client.Generation;
using ControlPlane.Client.Hosting;
using ControlPlane.Client.Inputs;
using ControlPlane.Client.Output;
using ControlPlane.Policies.Catalog;
using ControlPlane.Policies.Dispatch;
using ControlPlane.Policies.Generation;
using ControlPlane.Simulation.Generation.Studies;
using ControlPlane.Simulation.Scenarios;

namespace ControlPlane.Client.Commands;

/// <summary><c>aigc [SCENARIO]</c>: days of image generation under rules.</summary>
internal static class AigcCommand
{
    private const string DefaultScenario = "aigc-day";
    private const int DefaultSeeds = 5;

    /// <summary>Defines the command.</summary>
    /// <param name="services">What it works with.</param>
    public static CliCommand Create(CliServices services)
    {
        var command = new CliCommand("aigc", "Run days of AIGC services: providers that trade jobs, with batteries, sun and a market.")
        {
            Section = CommandSection.Simulate,
            Details =
            [
                "A rule decides for the jobs of each slot, origin and deadline class which provider makes the images and in how many denoising steps. At the end of each slot every provider "
                + "chooses its clock, and its site's battery, sun and grid are settled. The greedy oracle always runs too, for comparison.",
            ],
            Examples =
            [
                ("the shipped day under every rule, five seeds", "controlplane aigc"),
                ("tight deadlines and few GPUs", "controlplane aigc aigc-hard"),
                ("what clocks and batteries are worth", "controlplane aigc --policy least-loaded:steps=18 --without clocks,battery"),
                ("restless prices, and providers that are all alike", "controlplane aigc aigc-hard --policy jemas --price-spread 3 --model SDXL"),
                ("prices and weather of a year, from files of yours", "controlplane aigc scenarios/real/aigc-hard-2023.yaml --signals FOLDER"),
                ("the report with a day of load, battery and price", "controlplane aigc --out day"),
                ("providers, sites and batteries as grains: the same event log", "controlplane aigc --policy least-loaded --seed 1 --engine orleans --silos 3"),
            ],
        };
        var name = new Argument<string>("SCENARIO") { Description = $"A scenario of the kind 'generation' (default: {DefaultScenario}).", DefaultValueFactory = _ => DefaultScenario };
        name.CompletionSources.Add(_ => services.Scenarios.GenerationNames);
        var policies = new GenerationPolicyInput();
        var seeds = new SeedInput();
        var threads = new ThreadsInput();
        var engines = new EngineInput(EngineCatalog.StartOrleans);
        var without = new WithoutInput();
        var sweep = new SweepInput();
        var signals = new SignalFolderInput();
        var dispatch = new Option<string?>("--dispatch") { HelpName = "D", Description = $"What decides on batteries: {string.Join(", ", DispatchCatalog.Names)} (default: the scenario's)." };
        var all = new Option<bool>("--verbose", "-v") { Description = "Every metric, not only the essential ones." };
        var list = new Option<bool>("--list") { Description = "List the rules and their settings." };
        var output = new OutputInput();
        command.Add(name);
        command.AddGroup("What to run", [policies.Option, signals.Option, without.Option, .. sweep.All, dispatch, seeds.Seed, seeds.Seeds, threads.Option, engines.Engine, engines.Silos]);
        command.AddGroup("Output", [.. output.Writing, all, list]);
        command.SetAction(result =>
        {
            var format = output.Format(result);
            if (result.GetValue(list))
            {
                new DocumentWriter(services.Terminal, format).Write(Rules());
                return ExitCode.Success;
            }

            var folder = output.OpenFolder(result);
            var days = sweep.Apply(result, signals.Load(result, services.Scenarios, result.GetRequiredValue(name)));
            days = days with { Day = days.Day with { Options = without.Apply(result, days.Day.Options), Dispatch = Dispatcher(result.GetValue(dispatch)) ?? days.Day.Dispatch } };
            var chosen = policies.Read(result, days);
            PolicySpec[] run = chosen.Any(p => p.Label == GenerationTables.Oracle) ? [.. chosen] : [.. chosen, new PolicySpec(GenerationTables.Oracle)];
            using var engine = engines.Start(result);
            var plan = new GenerationStudyPlan(days.Of, run, seeds.Read(result, days.Seed, DefaultSeeds), threads.Read(result)) { Host = engine.GenerationHost };
            var study = new GenerationRunner(services, output.IsQuiet(result)).Run(days, plan);
            var document = Describe(days, plan, study, result.GetValue(all), logs: engine is not DirectEngine);
            new DocumentWriter(services.Terminal, format).Write(document);
            return Finish(folder, days, study, services, output.IsQuiet(result), study.Count == run.Length);
        });
        return command;
    }

    private static string? Dispatcher(string? name) =>
        name is null || DispatchCatalog.Names.Contains(name) ? name : throw new InputException($"--dispatch: there is no dispatcher '{name}'{Nearest.Hint(name, DispatchCatalog.Names)}");

    private static Document Describe(GenerationDays days, GenerationStudyPlan plan, IReadOnlyList<GenerationPolicyDays> study, bool all, bool logs)
    {
        var single = study.Count <= 2 && plan.Seeds.Count == 1;
        var day = days.Day;
        return new Document
        {
            Heading = [GenerationHeading.Of(days, plan.Seeds.Count)],
            Tables = [GenerationTables.Means(study, all), .. single ? [GenerationTables.Providers(study[0].Days[0])] : (Table[])[]],
            Closing = logs || single ? [.. study.SelectMany(p => p.Days).Select(d => $"Event log of {d.Policy}, seed {d.Seed}: SHA-256 {d.Hash}")] : [],
            Csv = () => GenerationTables.ForPrograms(day.Name, study),
            Json = () => GenerationTables.Json(day.Name, study),
        };
    }

    private static int Finish(OutputFolder? folder, GenerationDays days, IReadOnlyList<GenerationPolicyDays> study, CliServices services, bool quiet, bool isWhole)
    {
        if (folder is not null)
        {
            GenerationFolder.Write(folder, days, study, services);
            if (!quiet)
                services.Terminal.Error.WriteLine($"wrote {string.Join(", ", folder.Files)} to {folder.Path}");
        }

        if (isWhole)
            return ExitCode.Success;
        Failures.WriteError(services.Terminal, "cancelled: rules with fewer days than seeds are left out");
        return ExitCode.Failure;
    }

    private static Document Rules()
    {
        var table = new Table("", [Column.Words("name", "rule"), Column.Words("summary", "what it does"), Column.Words("settings", "settings"), Column.Words("source", "from")]);
        foreach (var rule in GenerationPolicyCatalog.All)
            table.Add(Cell.Of(rule.Name), Cell.Of(rule.Summary), Cell.Of(string.Join(", ", rule.Parameters.Select(p => $"{p.Name}={p.Default}"))), Cell.Of(rule.Source));
        return new Document { Tables = [table], Csv = () => table, Json = () => (JsonNode)JsonText.Rows(table) };
    }
}
