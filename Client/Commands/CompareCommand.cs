using System.CommandLine;
using ControlPlane.Client.Hosting;
using ControlPlane.Client.Inputs;
using ControlPlane.Client.Output;
using ControlPlane.Client.Studies;
using ControlPlane.Simulation.Scenarios;
using ControlPlane.Simulation.Studies;

namespace ControlPlane.Client.Commands;

/// <summary><c>compare SCENARIO</c>: policies × seeds with intervals and paired differences.</summary>
internal static class CompareCommand
{
    private const int DefaultSeeds = 5;

    private const string PublishedStream =
        "Note: this scenario draws everything from the one published stream, so that not every policy sees the same arrivals and differences are not paired; "
        + "'paper-independent' gives each use a stream of its own.";

    /// <summary>Defines the command.</summary>
    /// <param name="services">What it works with.</param>
    public static CliCommand Create(CliServices services)
    {
        var command = new CliCommand("compare", "Compare policies over several seeds, with confidence intervals and the distance to the optimum.")
        {
            Section = CommandSection.Simulate,
            Details =
            [
                "Every policy sees the same arrivals and sizes for a seed (common random numbers), so that differences to a baseline have narrow "
                + "intervals. 'above frontier' is the energy per unit above the least possible at the same load and mean service time.",
            ],
            Examples =
            [
                ("all policies on five seeds", "controlplane compare paper-independent"),
                ("three policies on twenty seeds, differences to DP", "controlplane compare paper-independent --policies dp,jointnf,least-energy --seeds 20 --baseline dp"),
                ("the settings of one policy against each other", "controlplane compare paper-independent --policies least-energy:gpus=1,least-energy:gpus=4,least-energy:gpus=8 --days 2"),
                ("the least energy first; everything also as files", "controlplane compare paper-independent --sort joules_per_unit --out out/paper"),
            ],
        };
        var scenario = new ScenarioInput(services.Scenarios);
        var policies = new PolicyInput("--policies", "--policy");
        var fallback = new FallbackInput();
        var shadow = new ShadowInput();
        var seeds = new SeedInput();
        var threads = new ThreadsInput();
        var output = new OutputInput();
        var baseline = new Option<string?>("--baseline") { HelpName = "P", Description = "Show paired differences to this policy." };
        var selection = new MetricInput();
        command.Add(scenario.Name);
        command.AddGroup("What to run", policies.Option, fallback.Option, shadow.Option, baseline, seeds.Seeds, seeds.Seed, scenario.Load, scenario.Horizon, threads.Option);
        command.AddGroup("Output", [selection.Metrics, selection.Sort, .. output.Writing]);
        command.SetAction(result =>
        {
            var format = output.Format(result);
            var folder = output.OpenFolder(result);
            var sort = selection.ReadSort(result);
            var checkedScenario = fallback.Apply(result, scenario.Read(result));
            var metrics = selection.ReadMetrics(result, checkedScenario);
            var chosen = policies.Read(result, checkedScenario).ToList();
            var baselineLabel = result.GetValue(baseline) is { } text ? BaselineInput.Resolve(text, chosen) : null;
            var plan = new StudyPlan(checkedScenario, chosen, seeds.Read(result, checkedScenario, DefaultSeeds), threads.Read(result)) { Shadow = shadow.Read(result, checkedScenario) };
            var study = new StudyRunner(services, output.IsQuiet(result)).Run(plan);
            var reference = study.Policies.FirstOrDefault(p => p.Policy.Label == baselineLabel);
            new DocumentWriter(services.Terminal, format).Write(Describe(study, reference, metrics, sort));
            return StudyEnd.Finish(study, folder, reference, services, output.IsQuiet(result));
        });
        return command;
    }

    private static Document Describe(StudyResult study, PolicyRuns? baseline, IReadOnlyList<Metric> metrics, Metric? sort)
    {
        var rows = MetricInput.Order(study.Policies, sort);
        metrics = ShieldColumn.Added(metrics, study);
        List<Table> tables = [SummaryTables.Means(rows, metrics)];
        if (baseline is not null)
            tables.Add(SummaryTables.Differences(rows, baseline, metrics, study.Scenario.Random != RandomMode.Published));
        tables.AddRange(ShadowTables.Of(study));
        return new Document
        {
            Heading = StudyHeading.Of(study),
            Tables = tables,
            Closing = [.. QueueNote.Of(study), .. study.Scenario.Random == RandomMode.Published ? [PublishedStream] : Array.Empty<string>()],
            Csv = () => SummaryTables.ForPrograms(study),
            Json = () => StudyJson.Of(study, baseline),
        };
    }
}
