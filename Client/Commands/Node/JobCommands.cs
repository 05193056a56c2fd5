using System.CommandLine;
using System.CommandLine.Parsing;
using ControlPlane.Client.Hosting;
using ControlPlane.Client.Inputs;
using ControlPlane.Client.Node;
using ControlPlane.Fleet.Control;

namespace ControlPlane.Client.Commands.Node;

/// <summary><c>jobs</c>, <c>job ID</c>, <c>cancel ID</c>: the jobs of a node.</summary>
internal static class JobCommands
{
    private const int DefaultMost = 100;
    private const int MostJobs = 1_000_000;

    /// <summary>Defines <c>jobs</c>.</summary>
    /// <param name="services">What it works with.</param>
    public static CliCommand List(CliServices services)
    {
        var command = new CliCommand("jobs", "List jobs of a node, the newest first.")
        {
            Section = CommandSection.Live,
            Examples =
            [
                ("the last hundred", "controlplane jobs"),
                ("what runs and waits at a site", "controlplane jobs --state running,queued --site us-east"),
                ("ids of jobs that failed", "controlplane jobs --state failed --limit 10000 --json | jq -r '.[].submission.id'"),
            ],
        };
        var states = new Option<JobState[]>("--state")
        {
            HelpName = "STATE",
            Description = $"Only in these states, separated by commas: {string.Join(", ", Enum.GetValues<JobState>().Select(NodeWords.Of))}.",
            CustomParser = ReadStates,
            AllowMultipleArgumentsPerToken = false,
        };
        var site = new Option<string?>("--site") { HelpName = "SITE", Description = "Only at this site." };
        var tenant = new Option<string?>("--tenant") { HelpName = "TENANT", Description = "Only of this tenant." };
        var most = Quantity.WholeOption("--limit", 1, MostJobs, $"The most jobs (default: {DefaultMost}).");
        command.AddGroup("Which jobs", states, site, tenant, most);
        return command.Asks(services, async (result, node, cancellation) => NodeTables.Jobs(await node.Jobs(
            new JobFilter
            {
                States = result.GetValue(states) ?? [],
                Site = result.GetValue(site),
                Tenant = result.GetValue(tenant),
                Most = (int)(result.GetValue(most) ?? DefaultMost),
            },
            cancellation).ConfigureAwait(false)));
    }

    /// <summary>Defines <c>job</c>.</summary>
    /// <param name="services">What it works with.</param>
    public static CliCommand Show(CliServices services) => OfOne(
        services, "job", "Show a job of a node.", "where a job is", "controlplane job train-7", async (node, id, cancellation) =>
            NodeTables.Job(await node.Job(id, cancellation).ConfigureAwait(false)));

    /// <summary>Defines <c>cancel</c>.</summary>
    /// <param name="services">What it works with.</param>
    public static CliCommand Cancel(CliServices services) => OfOne(
        services, "cancel", "Withdraw a job of a node; one that runs is stopped and may finish first.", "a job that is not wanted any more", "controlplane cancel train-7",
        async (node, id, cancellation) => NodeTables.Job(await node.Cancel(id, cancellation).ConfigureAwait(false)));

    private static CliCommand OfOne(
        CliServices services, string name, string description, string comment, string example, Func<NodeClient, string, CancellationToken, Task<Output.Document>> ask)
    {
        var command = new CliCommand(name, description) { Section = CommandSection.Live, Examples = [(comment, example)] };
        var id = new Argument<string>("ID") { Description = "Id of the job." };
        command.Add(id);
        return command.Asks(services, (result, node, cancellation) => ask(node, result.GetRequiredValue(id), cancellation));
    }

    private static JobState[] ReadStates(ArgumentResult result)
    {
        var byWord = Enum.GetValues<JobState>().ToDictionary(NodeWords.Of);
        List<JobState> states = [];
        foreach (var word in result.Tokens.SelectMany(t => t.Value.Split(',')))
        {
            if (byWord.TryGetValue(word, out var state))
                states.Add(state);
            else
                result.AddError($"--state: there is no state '{word}'{Nearest.Hint(word, byWord.Keys)}");
        }

        return [.. states];
    }
}
