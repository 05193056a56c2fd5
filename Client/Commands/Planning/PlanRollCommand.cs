using ControlPlane.Client.Hosting;
using ControlPlane.Client.Inputs;
using ControlPlane.Client.Output;
using ControlPlane.Client.Planning;
using ControlPlane.Client.Progress;
using ControlPlane.Planning.Joint;
using ControlPlane.Planning.Joint.Rolling;
using ControlPlane.Planning.Joint.Solving;

namespace ControlPlane.Client.Commands.Planning;

/// <summary><c>plan roll [INSTANCE]</c>: planning again and again with forecasts that err.</summary>
internal static class PlanRollCommand
{
    /// <summary>Defines the command.</summary>
    /// <param name="services">What it works with.</param>
    public static CliCommand Create(CliServices services)
    {
        var command = new CliCommand("roll", "Plan again and again with forecasts that err, beside perfect foresight and no planning.")
        {
            Section = CommandSection.Understand,
            Details =
            [
                "The instance is the truth. Only the present and jobs that are soon released are seen; sun, wind, demand and prices ahead are forecast with errors. Each plan's first slots are carried out with "
                + "everything as it is, and the next plan begins where that leads. 'No planning' runs jobs first come, first served and serves inference where it arises.",
                "--time-limit is for each plan.",
            ],
            Examples =
            [
                ("a day, planned every hour", "controlplane plan roll day.json"),
                ("every four slots, with forecasts that come true", "controlplane plan roll day.json --replan 4 --perfect"),
            ],
        };
        var (instance, planner, rolling, output) = (new InstanceInput(), new PlannerInput(), new RollingInput(), new OutputInput());
        command.Add(instance.File);
        command.AddGroup("What to plan for, where no file is given", [.. instance.Generator, instance.Seeds.Seed]);
        command.AddGroup("Carbon", instance.Carbon);
        command.AddGroup("How to plan", [.. rolling.All, .. planner.All]);
        command.AddGroup("Output", output.Printing);
        command.SetAction(result =>
        {
            var (format, settings, how) = (output.Format(result), rolling.Read(result), planner.Read(result));
            var truth = instance.ReadOne(result);
            var runner = new PlanRunner(services, output.IsQuiet(result));
            var foresight = runner.Plan(how, truth, PlanVariant.Joint);
            var without = runner.Plan(how, truth, PlanVariant.EnergyOnly);
            var rolled = StatusLine.For(services.Terminal, output.IsQuiet(result)).Show(
                "rolling", tell => RollingPlanner.RunAsync(truth, how, settings, new Slots(slot => tell($"slot {slot + 1} of {truth.Slots}")), services.Cancellation).GetAwaiter().GetResult());
            var table = Table(foresight, rolled, without);
            new DocumentWriter(services.Terminal, format).Write(new Document
            {
                Heading = [PlanWords.Of(truth), $"{Show.Count(rolled.Plans, "plan")} in {Show.Duration(rolled.PlanningTime.TotalSeconds)}, {rolled.Missed} not made in time; forecasts err with seed {settings.Forecast.Seed}."],
                Tables = [table],
                Csv = () => table,
                Json = () => JsonText.Rows(table),
            });
            return ExitCode.Success;
        });
        return command;
    }

    private static Table Table(JointResult foresight, RollingResult rolled, JointResult without)
    {
        var table = new Table("", [
            Column.Words("plan", "plan"), new("benefit_usd", "benefit", "USD"), new("percent_of_foresight", "of foresight", "%"), new("energy_bill_usd", "energy bill", "USD"), new("jobs_run", "jobs run"), new("jobs_offered", "of"),
            new("unserved_gpu_h", "unserved", "GPU-h"), new("emissions_t", "emissions", "t"), new("over_budget_t", "above budget", "t"), new("broken_rules", "broken rules")])
        {
            Notes = ["Every row is a replay with everything as it really was."],
        };
        var best = foresight.Account?.Money.BenefitUsd ?? double.NaN;
        foreach (var (name, account) in ((string, PlanAccount?)[])[("perfect foresight", foresight.Account), ("rolling", rolled.Account), ("no planning", without.Account)])
        {
            var usd = account?.Money.BenefitUsd ?? double.NaN;
            table.Add(
                Cell.Of(name), Cell.Of(usd, 0), Cell.Of(best > 0 ? 100 * usd / best : double.NaN, 2), Cell.Of(account?.Money.EnergyBillUsd ?? double.NaN, 0), Cell.Of(account?.JobsRun ?? double.NaN, 0),
                Cell.Of(account?.JobsOffered ?? double.NaN, 0), Cell.Of(account?.UnservedGpuH ?? double.NaN, 1), Cell.Of(account?.EmissionsT ?? double.NaN, 2), Cell.Of(account?.OverBudgetT ?? double.NaN, 2),
                Cell.Of(account?.Violations.Count ?? double.NaN, 0));
        }

        return table;
    }

    private sealed class Slots(Action<int> tell) : IProgress<int>
    {
        public void Report(int value) => tell(value);
    }
}
