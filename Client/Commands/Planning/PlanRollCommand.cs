using ControlPlane.Client.Hosting;
using ControlPlane.Client.Inputs;
using ControlPlane.Client.Output;
using ControlPlane.Client.Planning;
using ControlPlane.Simulation.Plans.Studies;

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
                "--time-limit is for each plan. With several --seeds the errors of each instance have the seed after that of the one before.",
            ],
            Examples =
            [
                ("a day, planned every hour", "controlplane plan roll day.json"),
                ("every four slots, with forecasts that come true", "controlplane plan roll day.json --replan 4 --perfect"),
                ("hour by hour as a page with charts", "controlplane plan roll day.json --out out/roll"),
                ("five generated instances, means with intervals", "controlplane plan roll --sites 8 --classes 8 --jobs 20 --seeds 5"),
            ],
        };
        var (instance, planner, rolling, output) = (new InstanceInput(), new PlannerInput(), new RollingInput(), new OutputInput());
        command.Add(instance.File);
        command.AddGroup("What to plan for, where no file is given", [.. instance.Generator, instance.Seeds.Seed, instance.Seeds.Seeds]);
        command.AddGroup("Carbon", instance.Carbon);
        command.AddGroup("How to plan", [.. rolling.All, .. planner.All]);
        command.AddGroup("Output", output.Writing);
        command.SetAction(result =>
        {
            var (format, folder, settings, how) = (output.Format(result), output.OpenFolder(result), rolling.Read(result), planner.Read(result));
            var given = instance.ReadMany(result);
            var study = new PlanRunner(services, output.IsQuiet(result)).Roll(how, given, settings);
            new DocumentWriter(services.Terminal, format).Write(new Document
            {
                Heading = [.. study.Runs.SelectMany(run => (string[])[PlanWords.Of(run.Instance), Words(run)])],
                Tables = [RollTables.Means(study)],
                Csv = () => RollTables.Runs(study),
                Json = () => RollTables.Json(study),
            });
            if (folder is not null)
                PlanFolder.Write(folder, study, services, output.IsQuiet(result));
            return ExitCode.Success;
        });
        return command;
    }

    private static string Words(RollRun run) =>
        $"{Show.Count(run.Rolled.Plans, "plan")} in {Show.Duration(run.Rolled.PlanningTime.TotalSeconds)}, {run.Rolled.Missed} not made in time; forecasts err with seed {run.ForecastSeed}.";
}
