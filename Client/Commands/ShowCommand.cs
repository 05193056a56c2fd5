using ControlPlane.Client.Generation;
using ControlPlane.Client.Hosting;
using ControlPlane.Client.Inputs;
using ControlPlane.Client.Output;
using ControlPlane.Client.Showing;
using ControlPlane.Client.Studies;
using ControlPlane.Simulation.Scenarios;

namespace ControlPlane.Client.Commands;

/// <summary><c>show SCENARIO</c>: what a scenario consists of.</summary>
internal static class ShowCommand
{
    private const int MostSitesInMatrix = 16;

    /// <summary>Defines the command.</summary>
    /// <param name="services">What it works with.</param>
    public static CliCommand Create(CliServices services)
    {
        var command = new CliCommand("show", "Show a scenario: sites, efficient operating points, capacity against load, network, energy, drift, events.")
        {
            Section = CommandSection.Understand,
            Examples = [("the paper's fleet", "controlplane show paper"), ("a file of one's own at twice the load", "controlplane show my-fleet.yaml --load 2")],
        };
        var scenario = new ScenarioInput(services.Scenarios);
        var output = new OutputInput();
        command.Add(scenario.Name);
        command.AddGroup("What to show", scenario.Load, scenario.Horizon);
        command.AddGroup("Output", output.Printing);
        command.SetAction(result =>
        {
            var format = output.Format(result);
            var name = result.GetRequiredValue(scenario.Name);
            var document = services.Scenarios.IsGeneration(name) ? GenerationShow.Of(services.Scenarios.LoadGeneration(name)) : Describe(scenario.Read(result));
            new DocumentWriter(services.Terminal, format).Write(document);
            return ExitCode.Success;
        });
        return command;
    }

    private static Document Describe(Scenario scenario)
    {
        var load = OfferedLoad.Of(scenario);
        var capacity = FleetTables.CapacityUnitsPerS(scenario);
        var network = scenario.Fleet.SiteCount <= MostSitesInMatrix ? FleetTables.Network(scenario) : FleetTables.NetworkSummary(scenario);
        List<Table> tables = [FleetTables.Sites(scenario), FleetTables.Ingresses(scenario), network];
        if (scenario.Energy is { } energy)
            tables.Add(EnergyTable.Of(scenario, energy));
        if (scenario.Drift.Count > 0)
            tables.Add(DriftTable.Of(scenario));
        if (scenario.Events.Count > 0)
            tables.Add(EventTable.Of(scenario));
        var failures = scenario.GpuFailures.Count == 0 ? "" : $" GPUs of {Show.Count(scenario.GpuFailures.Count, "site")} fail at random.";
        var status = scenario.StatusEveryS == 0 ? "always fresh" : $"up to {Show.Duration(scenario.StatusEveryS)} old";
        var policies = scenario.Policies.Count == 0 ? "all" : string.Join(", ", scenario.Policies.Select(p => p.Label));
        string[] heading =
        [
            StudyHeading.Of(scenario), scenario.Title, scenario.Description,
            $"Load: {load.JobsPerS:0.####} jobs/s of {load.MeanSizeUnits:0} units on average = {load.UnitsPerS:0.#} units/s, {100 * load.UnitsPerS / capacity:0.#} % of the "
            + $"fleet's {capacity:0.#} units/s.",
            scenario.Energy is { } paid ? $"Energy: slots of {Show.Duration(paid.SlotS)} from {paid.StartUtc:yyyy-MM-dd HH:mm} UTC; batteries and generators by '{paid.Dispatch}'." : "",
            scenario.PowerCap is { } cap ? $"The fleet may draw at most {cap.LimitW / 1000:0.##} kW." : "",
            $"Site reports: {status}.{failures} Default policies: {policies}. Default seed: {scenario.Seed}.",
        ];
        return new Document
        {
            Heading = [.. heading.Where(l => l.Length > 0)],
            Tables = tables,
            Csv = () => FleetTables.Sites(scenario),
            Json = () => ScenarioJson.Of(scenario),
        };
    }
}
