using System.CommandLine;
using ControlPlane.Client.Hosting;
using ControlPlane.Client.Inputs;
using ControlPlane.Client.Output;
using ControlPlane.Client.Planning;
using ControlPlane.Planning.Joint.Solving;
using ControlPlane.Simulation.Plans;

namespace ControlPlane.Client.Commands.Planning;

/// <summary><c>plan compare [INSTANCE]</c>: the joint plan beside plans that leave something out.</summary>
internal static class PlanCompareCommand
{
    /// <summary>Defines the command.</summary>
    /// <param name="services">What it works with.</param>
    public static CliCommand Create(CliServices services)
    {
        var command = new CliCommand("compare", "Compare the joint plan with plans that leave something out, and under carbon budgets.")
        {
            Section = CommandSection.Understand,
            Details =
            [
                "Every plan is judged by the same objective. Budgets of --carbon-sweep are shares of what the joint plan without budget and price of carbon emits, so that they bind. Tight budgets "
                + "are met by doing less work: look at the jobs that run and the inference that is served beside emissions.",
            ],
            Examples =
            [
                ("what each part of the plan is worth", "controlplane plan compare day.json"),
                ("over five seeds, where energy counts", "controlplane plan compare --sites 4 --jobs 20 --classes 6 --value-factor 0.15 --seeds 1..5"),
                ("carbon budgets only, with a chart", "controlplane plan compare day.json --variants joint --carbon-sweep 1,0.9,0.7,0.5 --out out/carbon"),
            ],
        };
        var (instance, planner, output, sweep) = (new InstanceInput(), new PlannerInput(), new OutputInput(), new SharesInput());
        var variants = new Option<string?>("--variants") { HelpName = "V,V,...", Description = $"What to compare: {string.Join(", ", VariantNames.All.Select(v => v.Name))} (default: all)." };
        command.Add(instance.File);
        command.AddGroup("What to plan for, where no file is given", [.. instance.Generator, instance.Seeds.Seed, instance.Seeds.Seeds]);
        command.AddGroup("Carbon", [.. instance.Carbon, sweep.Option]);
        command.AddGroup("How to plan", [variants, .. planner.All]);
        command.AddGroup("Output", output.Writing);
        command.SetAction(result =>
        {
            var format = output.Format(result);
            var folder = output.OpenFolder(result);
            var shares = sweep.Read(result);
            var what = Variants(result.GetValue(variants), variants.Name);
            var how = planner.Read(result);
            var given = instance.ReadMany(result);
            var study = new PlanRunner(services, output.IsQuiet(result)).Compare(how, given, what, shares);
            List<Table> tables = [ComparisonTables.Means(study)];
            if (study.Sweep.Count > 0)
                tables.Add(ComparisonTables.Sweep(study));
            new DocumentWriter(services.Terminal, format).Write(new Document
            {
                Heading = [.. given.Select(PlanWords.Of)],
                Tables = tables,
                Csv = () => ComparisonTables.Runs(study),
                Json = () => ComparisonTables.Json(study),
            });
            if (folder is not null)
                PlanFolder.Write(folder, study, services, output.IsQuiet(result));
            return Finish(study.Runs.Count(run => run.Result.Account is null), services);
        });
        return command;
    }

    private static IReadOnlyList<PlanVariant> Variants(string? text, string option) =>
        text is null ? [.. VariantNames.All.Select(v => v.Variant)] : [.. text.Split(',').Select(name => ChoiceInput.Read(option, name.Trim(), VariantNames.All)).Distinct()];

    private static int Finish(int withoutPlan, CliServices services)
    {
        if (services.Cancellation.IsCancellationRequested)
            Failures.WriteError(services.Terminal, "cancelled: plans that had not begun are missing, and the last one is the best until then");
        else if (withoutPlan > 0)
            Failures.WriteError(services.Terminal, $"{Show.Count(withoutPlan, "plan")} not found; 'controlplane plan --variant' says why");
        else
            return ExitCode.Success;
        return ExitCode.Failure;
    }
}
