using System.CommandLine;
using ControlPlane.Client.Engines;
using ControlPlane.Client.Hosting;
using ControlPlane.Client.Inputs;
using ControlPlane.Client.Output;
using ControlPlane.Client.Studies;
using ControlPlane.Simulation.Results;
using ControlPlane.Simulation.Studies;

namespace ControlPlane.Client.Commands;

/// <summary><c>simulate SCENARIO</c>: runs policies and prints the essentials.</summary>
internal static class SimulateCommand
{
    /// <summary>Defines the command.</summary>
    /// <param name="services">What it works with.</param>
    public static CliCommand Create(CliServices services)
    {
        var command = new CliCommand("simulate", "Run a scenario under one or more policies.")
        {
            Section = CommandSection.Simulate,
            Details = ["The same seed gives every policy the same arrivals and job sizes, but in scenarios in the published order of draws ('paper'). With one policy and one seed the sites are shown too."],
            Examples =
            [
                ("the paper's fleet for its week under every policy", "controlplane simulate paper"),
                ("one policy with settings, for two days at 25 % more load", "controlplane simulate paper --policy least-energy:gpus=2 --days 2 --load 1.25"),
                ("every event of a run, one JSON object a line", "controlplane simulate paper --policy dp --days 1 --events run.jsonl"),
                ("the same on grains: the tables and the event log are the same", "controlplane simulate paper --policy dp --days 1 --engine orleans --silos 3"),
                ("how often a learned policy would have decided otherwise than a rule", "controlplane simulate paper --policy least-loaded --days 1 --shadow chsac"),
                ("numbers for a script", "controlplane simulate paper --policy dp,jointnf --json | jq '.policies[].runs[].metrics.joules_per_unit'"),
            ],
        };
        var scenario = new ScenarioInput(services.Scenarios);
        var policies = new PolicyInput("--policy", "-p");
        var fallback = new FallbackInput();
        var shadow = new ShadowInput();
        var seeds = new SeedInput();
        var threads = new ThreadsInput();
        var engines = new EngineInput(EngineCatalog.StartOrleans);
        var output = new OutputInput();
        var events = new Option<string?>("--events") { HelpName = "FILE", Description = "Write the event log as JSON lines; for one policy and one seed." };
        var all = new Option<bool>("--verbose", "-v") { Description = "Every metric, not only the essential ones." };
        command.Add(scenario.Name);
        command.AddGroup("What to run", policies.Option, fallback.Option, shadow.Option, seeds.Seed, seeds.Seeds, scenario.Load, scenario.Horizon, threads.Option, engines.Engine, engines.Silos);
        command.AddGroup("Output", [.. output.Writing, events, all]);
        command.SetAction(result =>
        {
            var format = output.Format(result);
            var folder = output.OpenFolder(result);
            var checkedScenario = fallback.Apply(result, scenario.Read(result));
            var chosen = policies.Read(result, checkedScenario);
            var chosenSeeds = seeds.Read(result, checkedScenario);
            using var engine = engines.Start(result);
            var plan = new StudyPlan(checkedScenario, chosen, chosenSeeds, threads.Read(result)) 
            {
                Host = engine.Host,
                Shadow = shadow.Read(result, checkedScenario),
            };
            var runner = new StudyRunner(services, output.IsQuiet(result));
            var study = result.GetValue(events) is { } file ? runner.RunLogged(plan, file) : runner.Run(plan);
            new DocumentWriter(services.Terminal, format).Write(Describe(study, result.GetValue(all), logs: engine is not DirectEngine));
            return StudyEnd.Finish(study, folder, baseline: null, services, output.IsQuiet(result));
        });
        return command;
    }

    private static Document Describe(StudyResult study, bool all, bool logs)
    {
        var single = study.Policies.Count == 1 && study.Policies[0].Runs.Count == 1;
        List<Table> tables = [RunTables.ForPeople(study, ShieldColumn.Added(RunTables.EssentialsOf(study), study))];
        tables.AddRange(ShadowTables.Of(study));
        if (all)
            tables.Add(RunTables.AllMetrics(study));
        if (single)
            tables.Add(SiteTables.ForPeople(study.Policies[0].Runs[0]));
        return new Document
        {
            Heading = StudyHeading.Of(study),
            Tables = tables,
            Closing = [.. QueueNote.Of(study), .. single || logs ? study.Policies.SelectMany(p => p.Runs).Select(EventLog) : []],
            Csv = () => RunTables.ForPrograms(study),
            Json = () => StudyJson.Of(study),
        };
    }

    private static string EventLog(RunResult run) => $"Event log of {run.Policy}, seed {run.Seed}: SHA-256 {run.EventLogHash}";
}
