using System.Runtime.ExceptionServices;
using ControlPlane.Client.Hosting;
using ControlPlane.Client.Inputs;
using ControlPlane.Client.Node;
using ControlPlane.Client.Output;
using ControlPlane.Client.Progress;
using ControlPlane.Fleet.Control;

namespace ControlPlane.Client.Commands.Node;

/// <summary><c>submit</c>: gives jobs to a node.</summary>
internal static class SubmitCommand
{
    // People see a short list; programs all of it.
    private const int MostShown = 20;

    /// <summary>Defines the command.</summary>
    /// <param name="services">What it works with.</param>
    public static CliCommand Create(CliServices services)
    {
        var command = new CliCommand("submit", "Submit jobs to a node.")
        {
            Section = CommandSection.Live,
            Details =
            [
                "A job that was accepted is durable. Submitting an equal job under the same id again changes nothing, so that the command may be repeated with --id or --file when it was "
                + "cut off: jobs that were accepted are 'known' then. A --deadline from now on makes another job each time.",
                "Exit codes: 0 all jobs are accepted or were before, 1 some of several were refused (the reason and line of each is shown), 2 the command, the file or its only job is "
                + "wrong and nothing was submitted, 3 the node was full or gave no answer until --give-up. Jobs go in lists of a thousand: what became of those before a list that failed is "
                + "shown, also with --json.",
            ],
            Examples =
            [
                ("a job of 2.5 units", "controlplane submit --id train-7 --size 2.5 --priority 3 --prefer us-east"),
                ("a thousand", "controlplane submit --id night --count 1000 --size 10 --forbid us-west,eu-north --deadline 8h"),
                ("from a file", "controlplane submit --file jobs.jsonl"),
                ("from a program", "controlplane submit --file - --json"),
            ],
        };
        var jobs = new SubmitInput();
        var node = new NodeInput();
        var output = new OutputInput();
        command.AddGroup("Jobs", [jobs.File, .. jobs.Described]);
        command.AddGroup("Node", node.All);
        command.AddGroup("Output", output.Printing);
        command.SetAction(result =>
        {
            var format = output.Format(result);
            var wanted = jobs.Read(result, TimeProvider.System.GetUtcNow(), services.Terminal.In);
            using var client = node.Connect(result, services, output.IsQuiet(result));
            var submission = StatusLine.For(services.Terminal, output.IsQuiet(result)).Show("submit", tell =>
                new Submitter(client, TimeProvider.System, tell).Submit([.. wanted.Select(w => w.Job)], services.Cancellation).GetAwaiter().GetResult());
            if (submission is { Results: [], Break: { } failed } && wanted.Count == failed.Count)
                ExceptionDispatchInfo.Throw(failed.Failure);
            new DocumentWriter(services.Terminal, format).Write(Report(submission.Results));
            services.Terminal.Out.Flush();
            return Finish(wanted, submission, services.Terminal);
        });
        return command;
    }

    private static Document Report(IReadOnlyList<SubmitResult> results)
    {
        var shown = results.Count <= MostShown ? results : [];
        return new Document
        {
            Heading =
            [
                .. shown.Where(r => r.Outcome is SubmitVerdict.Accepted or SubmitVerdict.Known).Select(r => $"{r.Id}: {NodeWords.Of(r.Outcome)}"),
                .. results.Count <= MostShown ? [] : results.GroupBy(r => r.Outcome).OrderBy(g => g.Key).Select(g => $"{Show.Count(g.Count(), "job")} {NodeWords.Of(g.Key)}: {g.First().Id} to {g.Last().Id}"),
            ],
            Csv = () => Rows(results),
            Json = () => NodeJson.Node(results),
        };
    }

    private static Table Rows(IReadOnlyList<SubmitResult> results)
    {
        var table = new Table("", [Column.Words("job", "job"), Column.Words("outcome", "outcome"), Column.Words("reason", "reason")]);
        foreach (var result in results)
            table.Add(Cell.Of(result.Id), Cell.Of(NodeWords.Of(result.Outcome)), Cell.Of(result.Reason ?? ""));
        return table;
    }

    private static int Finish(IReadOnlyList<WantedJob> wanted, Submission submission, Terminal terminal)
    {
        var results = submission.Results;
        List<(string Name, SubmitResult Result)> refused =
            [.. wanted.Zip(results, (w, r) => (Name(w), r)).Where(r => r.r.Outcome is not (SubmitVerdict.Accepted or SubmitVerdict.Known))];
        foreach (var (name, result) in refused.Take(MostShown))
            Failures.WriteError(terminal, $"{name}: {NodeWords.Of(result.Outcome)}: {result.Reason}");
        if (refused.Count > MostShown)
            Failures.WriteError(terminal, $"and {refused.Count - MostShown} more; --json has all");
        if (submission.Break is { } failed)
            Tell(wanted, failed, terminal);
        var mayPass = refused.TrueForAll(r => r.Result.Outcome == SubmitVerdict.Busy);
        return submission.Break switch
        {
            { Failure: NodeRefusedException { IsPassing: false } refusal } when results.Count == 0 => refusal.ExitCode,
            { Failure: var failure } => mayPass && NodeCalls.IsPassing(failure) ? ExitCode.Unreachable : ExitCode.Failure,
            null when refused.Count == 0 => ExitCode.Success,
            null when mayPass => ExitCode.Unreachable,
            null => results.Count == 1 ? ExitCode.BadInput : ExitCode.Failure,
        };
    }

    private static void Tell(IReadOnlyList<WantedJob> wanted, SubmissionBreak failed, Terminal terminal)
    {
        var why = failed.Failure is OperationCanceledException ? "cancelled before there was an answer" : failed.Failure.Message;
        var end = failed.First + failed.Count;
        Failures.WriteError(terminal, $"{Name(wanted[failed.First])} to {Name(wanted[end - 1])}: {why}");
        if (wanted.Count > end)
            Failures.WriteError(terminal, $"{Show.Count(wanted.Count - end, "job")} from {Name(wanted[end])} on: not submitted");
    }

    private static string Name(WantedJob job) => job.Place is null ? job.Job.Id : $"{job.Place}: {job.Job.Id}";
}
