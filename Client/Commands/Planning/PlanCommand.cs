using System.CommandLine;
using ControlPlane.Client.Hosting;
using ControlPlane.Client.Inputs;
using ControlPlane.Client.Output;
using ControlPlane.Client.Planning;
using ControlPlane.Planning.Joint;
using ControlPlane.Planning.Joint.Solving;
using ControlPlane.Simulation.Plans;
using ControlPlane.Simulation.Plans.Files;

namespace ControlPlane.Client.Commands.Planning;

/// <summary><c>plan [INSTANCE]</c>: the joint plan of work and energy.</summary>
internal static class PlanCommand
{
    /// <summary>Defines the command.</summary>
    /// <param name="services">What it works with.</param>
    public static CliCommand Create(CliServices services)
    {
        var command = new CliCommand("plan", "Plan training jobs, inference and energy of all sites together.")
        {
            Section = CommandSection.Understand,
            Details =
            [
                "A mixed-integer programme (docs/PLANNING.md). A solver of whole numbers improves on a greedy plan and proves how far it can be from the best; what a solver returns is replayed "
                + "before it is shown. Without a solver the greedy plan comes out, with the bound of the linear relaxation. Ctrl-C ends with the best plan so far.",
            ],
            Examples =
            [
                ("an instance of the paper's size", "controlplane plan"),
                ("a file, within ten seconds, everything as files with charts", "controlplane plan day.json --time-limit 10s --out out/plan"),
                ("every slot of every site", "controlplane plan day.json --verbose"),
                ("without any solver", "controlplane plan day.json --solver none"),
                ("the programme for another solver", "controlplane plan day.json --solver none --mps day.mps"),
                ("numbers for a script", "controlplane plan day.json --json | jq .benefit_usd"),
            ],
            Subcommands = { PlanCompareCommand.Create(services), PlanRollCommand.Create(services), FleetPlanCommand.Create(services), PlanCheckCommand.Create(services), PlanSolversCommand.Create(services) },
        };
        var (instance, planner, output, export) = (new InstanceInput(), new PlannerInput(), new OutputInput(), new ProgrammeFiles());
        var variant = new Option<string?>("--variant") { HelpName = "V", Description = $"What to plan: {string.Join(", ", VariantNames.All.Select(v => v.Name))} (default: joint)." };
        var verbose = new Option<bool>("--verbose", "-v") { Description = "Also every slot of every site, prices and solves." };
        command.Add(instance.File);
        command.AddGroup("What to plan for, where no file is given", [.. instance.Generator, instance.Seeds.Seed]);
        command.AddGroup("Carbon", instance.Carbon);
        command.AddGroup("How to plan", [variant, .. planner.All]);
        command.AddGroup("Output", [.. output.Writing, verbose, .. export.All]);
        command.SetAction(result =>
        {
            var format = output.Format(result);
            var folder = output.OpenFolder(result);
            var what = ChoiceInput.Read(variant.Name, result.GetValue(variant) ?? "joint", VariantNames.All);
            var how = planner.Read(result);
            var given = instance.ReadOne(result);
            export.Write(result, given);
            var plan = new PlanRunner(services, output.IsQuiet(result)).Plan(how, given, what);
            if (plan is not { Plan: not null, Account: { } account })
                return PlanEnd.WithoutPlan(given, plan, format, services);
            Write(given, plan, account, format, result.GetValue(verbose), services);
            if (folder is not null)
                PlanFolder.Write(folder, given, plan, services, output.IsQuiet(result));
            return PlanEnd.WithPlan(plan, account, services, output.IsQuiet(result));
        });
        return command;
    }

    private static void Write(JointInstance instance, JointResult result, PlanAccount account, OutputFormat format, bool verbose, CliServices services)
    {
        if (format == OutputFormat.Json)
        {
            services.Terminal.Out.Write(PlanFile.Write(instance, result));
            return;
        }

        List<Table> tables = [PlanTables.Jobs(instance, result.Plan!), PlanSiteTables.Sites(instance, result.Plan!, account), PlanTables.Money(account.Money)];
        if (result.Prices is { } prices)
            tables.Add(PlanSiteTables.Prices(instance, prices));
        if (result.Stages.Count > 1 || verbose)
            tables.Add(PlanTables.Stages(result));
        if (verbose)
            tables.Add(PlanSiteTables.Slots(instance, result));
        new DocumentWriter(services.Terminal, format).Write(new Document
        {
            Heading = [PlanWords.Of(instance), .. PlanWords.Of(result, account)],
            Tables = tables,
            Csv = () => PlanSiteTables.Slots(instance, result),
            Json = () => throw new NotSupportedException(),
        });
    }
}
