using System.CommandLine;
using ControlPlane.Client.Explaining;
using ControlPlane.Client.Hosting;
using ControlPlane.Client.Inputs;
using ControlPlane.Client.Node;
using ControlPlane.Client.Output;
using ControlPlane.Client.Progress;
using ControlPlane.Client.Studies;
using ControlPlane.Fleet.Events;
using ControlPlane.Policies.Catalog;
using ControlPlane.Simulation.Studies;

namespace ControlPlane.Client.Commands;

/// <summary><c>why JOB [SCENARIO]</c>: the reasons behind a job of a node, or the life of a job of a simulated run.</summary>
internal static class WhyCommand
{
    /// <summary>Defines the command.</summary>
    /// <param name="services">What it works with.</param>
    public static CliCommand Create(CliServices services)
    {
        var command = new CliCommand("why", "Explain why a job of a node is where it is; with SCENARIO, the life of a simulated job.")
        {
            Section = CommandSection.Understand,
            Details =
            [
                "Without SCENARIO the node is asked: its last decision about the job with every option, and what happened to the job.",
                "With SCENARIO and --policy the run is simulated again up to the end of the job, which gives exactly the same decisions. Jobs are numbered from 1 in order of "
                + "submission; 'simulate --events' lists them.",
            ],
            Examples =
            [
                ("a job of the node on this machine", "controlplane why train-7"),
                ("job 4711 of a simulated week, under the policy that looks for the least energy", "controlplane why 4711 paper-independent --policy least-energy"),
                ("the same job under another policy: same size, same arrival", "controlplane why 4711 paper-independent --policy fluid"),
                ("under the trained model: costs of all options, prices that it has learned", "controlplane why 4711 paper-independent --policy chsac --all"),
            ],
        };
        var job = new Argument<string>("JOB") { Description = "Id of the job; with SCENARIO its number, from 1." };
        var simulated = new SimulatedJobInput(services.Scenarios);
        var node = new NodeInput();
        var output = new OutputInput();
        var all = new Option<bool>("--all") { Description = "Every option of a decision; else the best few of each site where there are many (--json has all)." };
        command.Add(job);
        command.Add(simulated.Scenario);
        command.AddGroup("A job of a node", node.All);
        command.AddGroup("A simulated job", simulated.All);
        command.AddGroup("Output", [.. output.Printing, all]);
        command.SetAction(result =>
        {
            var writer = new DocumentWriter(services.Terminal, output.Format(result));
            var id = result.GetRequiredValue(job);
            if (simulated.IsAskedFor(result, node.All))
            {
                var view = ProgressViews.For(services.Terminal, output.IsQuiet(result));
                writer.Write(Describe(Follow(simulated.Read(result, id), view, services.Cancellation), result.GetValue(all)));
            }
            else
            {
                using var client = node.Connect(result, services, output.IsQuiet(result));
                writer.Write(Ask(client, id, services.Cancellation).GetAwaiter().GetResult());
            }

            return ExitCode.Success;
        });
        return command;
    }

    private static async Task<Document> Ask(NodeClient node, string id, CancellationToken cancellation)
    {
        const string hint = "; for a simulated job give its SCENARIO and --policy";
        try
        {
            return NodeTables.Why(await node.Why(id, cancellation).ConfigureAwait(false));
        }
        catch (NodeUnreachableException e)
        {
            throw new NodeUnreachableException(e.Message + hint);
        }
        catch (NodeRefusedException e) when (e.Status == 404)
        {
            throw new NodeRefusedException(e.Status, e.Message + hint);
        }
    }

    private static JobStory Follow(SimulatedJob wanted, IProgressView view, CancellationToken cancellation) =>
        view.Show("following the job", progress => JobStory.Follow(
            wanted.Scenario, wanted.Policy, wanted.Seed, wanted.Job, share => progress(new StudyProgress(0, 1, share, null)), cancellation));

    private static Document Describe(JobStory story, bool all) => new()
    {
        Heading = [$"{StudyHeading.Of(story.Scenario)}, seed {story.Seed}, policy {story.Policy.Label} ({PolicyCatalog.Find(story.Policy.Name)?.Title})", Summary(story)],
        Tables =
        [
            StoryTables.Life(story), .. story.Interventions.Count > 0 ? [StoryTables.Interventions(story)] : (Table[])[],
            .. story.Decisions.Select((d, i) => StoryTables.Options(story, d, i + 1, all)),
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
