using System.CommandLine;
using System.Text.Json.Nodes;
using ControlPlane.Client.Hosting;
using ControlPlane.Client.Inputs;
using ControlPlane.Client.Output;
using ControlPlane.Client.Planning;
using ControlPlane.Planning.Joint;
using ControlPlane.Simulation.Plans.Files;

namespace ControlPlane.Client.Commands.Planning;

/// <summary><c>plan check INSTANCE PLAN</c>: replays a plan that somebody made.</summary>
internal static class PlanCheckCommand
{
    /// <summary>Defines the command.</summary>
    /// <param name="services">What it works with.</param>
    public static CliCommand Create(CliServices services)
    {
        var command = new CliCommand("check", "Replay a plan's file without any solver and say which rules it breaks.")
        {
            Section = CommandSection.Understand,
            Details = ["Windows, GPUs, latency, power balance, batteries, units and carbon are worked out afresh from the decisions. Exit code 1 where a rule is broken."],
            Examples = [("a plan from another day or another program", "controlplane plan check day.json plan.json")],
        };
        var instanceFile = new Argument<string>("INSTANCE") { Description = "The instance's file." };
        var planFile = new Argument<string>("PLAN") { Description = "The plan's file: what 'controlplane plan --json' writes, or one like it." };
        var output = new OutputInput();
        command.Add(instanceFile);
        command.Add(planFile);
        command.AddGroup("Output", output.Printing);
        command.SetAction(result =>
        {
            var instance = InstanceInput.ReadFile(result.GetRequiredValue(instanceFile));
            var path = result.GetRequiredValue(planFile);
            var (plan, account) = PlanFile.Parse(InstanceInput.TextOf(path), path, instance);
            new DocumentWriter(services.Terminal, output.Format(result)).Write(Describe(instance, plan, account));
            if (account.Violations.Count == 0)
                return ExitCode.Success;
            Failures.WriteError(services.Terminal, $"the plan breaks {Show.Count(account.Violations.Count, "rule")}");
            return ExitCode.Failure;
        });
        return command;
    }

    private static Document Describe(JointInstance instance, JointPlan plan, PlanAccount account)
    {
        var broken = new Table("Broken rules", [Column.Words("rule", "rule"), new("amount", "off by")]);
        foreach (var violation in account.Violations)
            broken.Add(Cell.Of(violation.Rule), Cell.Of(violation.Amount, 6, CellMark.Bad));
        return new Document
        {
            Heading =
            [
                PlanWords.Of(instance),
                $"Benefit {account.Money.BenefitUsd:0.00} USD; {account.JobsRun} of {Show.Count(account.JobsOffered, "job")} run; {account.UnservedGpuH:0.#} GPU-h of inference not served; "
                    + $"{account.EmissionsT:0.###} t CO2.",
                .. account.Violations.Count == 0 ? ["Every rule is kept."] : (string[])[],
            ],
            Tables = account.Violations.Count == 0 ? [PlanSiteTables.Sites(instance, plan, account)] : [broken, PlanSiteTables.Sites(instance, plan, account)],
            Csv = () => broken,
            Json = () => new JsonObject
            {
                ["kind"] = "plan-check",
                ["version"] = 1,
                ["benefit_usd"] = account.Money.BenefitUsd,
                ["emissions_t"] = account.EmissionsT,
                ["jobs_run"] = account.JobsRun,
                ["unserved_gpu_h"] = account.UnservedGpuH,
                ["broken_rules"] = JsonText.Rows(broken),
            },
        };
    }
}
