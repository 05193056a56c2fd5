using System.CommandLine;
using ControlPlane.Client.Explaining;
using ControlPlane.Client.Hosting;
using ControlPlane.Client.Inputs;
using ControlPlane.Client.Output;
using ControlPlane.Client.Progress;
using ControlPlane.Client.Studies;
using ControlPlane.Fleet.Events;
using ControlPlane.Fleet.Jobs;
using ControlPlane.Policies.Catalog;
using ControlPlane.Simulation.Studies;

namespace ControlPlane.Client.Commands;

/// <summary><c>why JOB SCENARIO</c>: the life of a job and the reasons behind it.</summary>
internal static class WhyCommand
{
    /// <summary>Defines the command.</summary>
    /// <param name="services">What it works with.</param>
    public static CliCommand Create(CliServices services)
    {
        var command = new CliCommand("why", "Explain where a job went and why: its whole life, and every option of every decision.")
        {
            Section = CommandSection.Understand,
            Details =
            [
                "The run is simulated again up to the end of the job, which gives exactly the same decisions. Jobs are numbered from 1 in order of "
                + "submission; 'simulate --events' lists them.",
            ],
            Examples =
            [
                ("job 4711 under the policy that looks for the least energy", "controlplane why 4711 paper-independent --policy least-energy"),
                ("the same job under another policy: same size, same arrival", "controlplane why 4711 paper-independent --policy fluid"),
                ("for a program", "controlplane why 4711 paper-independent --policy least-energy --json"),
            ],
        };
        var job = new Argument<long>("JOB") { Description = "Number of the job, from 1.", CustomParser = ReadJob };
        var scenario = new ScenarioInput(services.Scenarios);
        var seed = Quantity.WholeOption("--seed", 0, long.MaxValue - SeedList.Most, "The seed (default: the scenario's).");
        var policies = new PolicyInput("--policy", "-p");
        policies.Option.Required = true;
        policies.Option.HelpName = "P[:KEY=VALUE,...]";
        policies.Option.Description = "The policy to explain.";
        var fallback = new FallbackInput();
        var output = new OutputInput();
        command.Add(job);
        command.Add(scenario.Name);
        command.AddGroup("What to explain", policies.Option, fallback.Option, seed, scenario.Load, scenario.Horizon);
        command.AddGroup("Output", output.Printing);
        command.SetAction(result =>
        {
            var format = output.Format(result);
            var checkedScenario = fallback.Apply(result, scenario.Read(result));
            var chosen = policies.Read(result, checkedScenario);
            if (chosen.Count != 1)
                throw new InputException("--policy: one run is explained at a time, give one policy");
            var view = ProgressViews.For(services.Terminal, output.IsQuiet(result));
            var story = view.Show("following the job", progress => JobStory.Follow(
                checkedScenario,
                chosen[0],
                result.GetValue(seed) ?? checkedScenario.Seed,
                new JobId(result.GetValue(job)),
                share => progress(new StudyProgress(0, 1, share, null)),
                services.Cancellation));
            new DocumentWriter(services.Terminal, format).Write(Describe(story));
            return ExitCode.Success;
        });
        return command;
    }

    private static long ReadJob(System.CommandLine.Parsing.ArgumentResult result)
    {
        var text = result.Tokens[0].Value;
        if (long.TryParse(text, out var number) && number >= 1)
            return number;
        result.AddError($"JOB must be a whole number from 1, not '{text}'");
        return 0;
    }

    private static Document Describe(JobStory story) => new()
    {
        Heading = [$"{StudyHeading.Of(story.Scenario)}, seed {story.Seed}, policy {story.Policy.Label} ({PolicyCatalog.Find(story.Policy.Name)?.Title})", Summary(story)],
        Tables =
        [
            StoryTables.Life(story), .. story.Interventions.Count > 0 ? [StoryTables.Interventions(story)] : (Table[])[],
            .. story.Decisions.Select((d, i) => StoryTables.Options(story, d, i + 1)),
        ],
        Csv = () => StoryTables.Life(story),
        Json = () => StoryJson.Of(story),
    };

    private static string Summary(JobStory story)
    {
        if (story.End is not { } end)
            return $"Job {story.Job} is not done at the end of the run: its last event is '{EventNames.Of(story.Events[^1].Kind)}'.";
        return end.Kind == FleetEventKind.Completed
            ? $"Job {story.Job} was done {Show.Duration(end.TimeS - story.SubmittedS)} after it was submitted, at {story.Scenario.Fleet.Sites[end.Site].Name}."
            : $"Job {story.Job} ended as {EventNames.Of(end.Kind)}.";
    }
}
