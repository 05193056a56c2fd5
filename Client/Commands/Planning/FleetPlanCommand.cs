using System.CommandLine;
using ControlPlane.Client.FleetPlans;
using ControlPlane.Client.Hosting;
using ControlPlane.Client.Inputs;
using ControlPlane.Client.Output;
using ControlPlane.Simulation.FleetPlans;
using ControlPlane.Simulation.Scenarios;

namespace ControlPlane.Client.Commands.Planning;

/// <summary><c>plan fleet SCENARIO</c>: hourly caps and prices for the policy <c>planned</c>.</summary>
internal static class FleetPlanCommand
{
    private const string DefaultFile = "fleet.plan";

    /// <summary>Defines the command.</summary>
    /// <param name="services">What it works with.</param>
    public static CliCommand Create(CliServices services)
    {
        var command = new CliCommand("fleet", "Plan a fleet's hours by prices of energy: site caps and prices for the policy 'planned'.")
        {
            Section = CommandSection.Understand,
            Details =
            [
                "The joint plan of work and energy (docs/PLANNING.md) for the load that a scenario is expected to bring, with its published prices, emissions, weather and batteries. What comes out is the model of "
                + "the policy 'planned': for every hour and site the most GPUs to keep busy, the price of a GPU-hour and the price of energy. Simulator, node and cluster take it as any model.",
            ],
            Examples =
            [
                ("plan the scenario's own hours, then let jobs be placed by the plan", "controlplane plan fleet prices --out prices.plan"),
                ("simulate it", "controlplane simulate prices --policy planned:model=prices.plan"),
                ("a day that repeats, for a node; carbon costs 100 USD a tonne", "controlplane plan fleet prices --repeat-day --carbon-price 100 --out day.plan"),
            ],
        };
        var (scenario, output) = (new ScenarioInput(services.Scenarios), new OutputInput());
        var budget = new Option<string?>("--budget") { HelpName = "S", Description = "Mean service time to keep, seconds, or 'none' (default: 1250)." };
        var carbon = Quantity.Option("--carbon-price", -1e-9, 1e6, "What a tonne of CO₂ costs beside the price of energy, USD (default: 0).");
        var headroom = Quantity.Option("--headroom", -1e-9, 10, "By what share caps lie above the GPUs planned to be busy (default: 0.5).");
        var day = new Option<bool>("--repeat-day") { Description = "Plan the first 24 hours, as a day that repeats (default: the scenario's hours, once)." };
        var to = new Option<string?>("--out", "-o") { HelpName = "FILE", Description = $"File to write (default: {DefaultFile})." };
        command.Add(scenario.Name);
        command.AddGroup("What to plan", scenario.Load, scenario.Horizon, day, budget, carbon, headroom);
        command.AddGroup("Output", [to, .. output.Printing]);
        command.SetAction(result =>
        {
            var format = output.Format(result);
            var settings = new FleetPlannerSettings();
            settings = settings with
            {
                BudgetS = Budget(result.GetValue(budget), settings.BudgetS),
                CarbonUsdPerT = Math.Max(0, result.GetValue(carbon) ?? settings.CarbonUsdPerT),
                Headroom = Math.Max(0, result.GetValue(headroom) ?? settings.Headroom),
                Slots = result.GetValue(day) ? 24 : null,
                Repeats = result.GetValue(day),
            };
            var read = scenario.Read(result);
            var planned = Plan(read, settings, services);
            var path = result.GetValue(to) ?? DefaultFile;
            DurableFile.Replace(path, planned.Plan.ToBytes());
            new DocumentWriter(services.Terminal, format).Write(FleetPlanTables.Describe(read, planned));
            if (!output.IsQuiet(result))
                services.Terminal.Error.WriteLine($"wrote {path}: controlplane simulate {result.GetRequiredValue(scenario.Name)} --policy planned:model={path}");
            return ExitCode.Success;
        });
        return command;
    }

    private static double? Budget(string? text, double? unsaid)
    {
        if (text is null or "none")
            return text is null ? unsaid : null;
        return Quantity.TryNumber(text, out var seconds) && seconds is > 0 and < 1e9 ? seconds : throw new InputException($"--budget must be seconds in (0, 1e9) or 'none', not '{text}'");
    }

    private static PlannedFleet Plan(Scenario scenario, FleetPlannerSettings settings, CliServices services)
    {
        try
        {
            return new FleetPlanner(settings: settings).PlanAsync(scenario, null, services.Cancellation).GetAwaiter().GetResult();
        }
        catch (ArgumentException wrong)
        {
            throw new InputException(wrong.Message.Split(" (Parameter", 2)[0]);
        }
    }
}
