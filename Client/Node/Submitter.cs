using ControlPlane.Fleet.Control;

namespace ControlPlane.Client.Node;

/// <summary>Submits any number of jobs in lists, and those again for which the node was full.</summary>
/// <param name="node">The node.</param>
/// <param name="time">The clock.</param>
/// <param name="tell">Told how far it is.</param>
internal sealed class Submitter(NodeClient node, TimeProvider time, Action<string> tell)
{
    /// <summary>Submits jobs until each is accepted or refused, the node was full for longer than its time, or a list gets no answer.</summary>
    /// <param name="jobs">The jobs.</param>
    /// <param name="cancellation">Ends it.</param>
    /// <returns>What became of them, in order, and what ended it early.</returns>
    public async Task<Submission> Submit(IReadOnlyList<JobSubmission> jobs, CancellationToken cancellation)
    {
        List<SubmitResult> results = [];
        foreach (var list in jobs.Chunk(NodeClient.MostJobs))
        {
            var answers = new SubmitResult?[list.Length];
            try
            {
                await SubmitList(list, answers, cancellation).ConfigureAwait(false);
            }
            catch (Exception e) when (e is NodeRefusedException or NodeUnreachableException or OperationCanceledException)
            {
                // The node may have answered already and was asked again for those for which it was full.
                return new Submission([.. results, .. answers.OfType<SubmitResult>()], new SubmissionBreak(results.Count, list.Length, e));
            }

            results.AddRange(answers!);
            tell($"{results.Count} of {jobs.Count} jobs");
        }

        return new Submission(results, Break: null);
    }

    private async Task SubmitList(JobSubmission[] jobs, SubmitResult?[] results, CancellationToken cancellation)
    {
        int[] open = [.. Enumerable.Range(0, jobs.Length)];
        var moved = time.GetTimestamp();
        for (var repeats = 0; ; repeats++)
        {
            var answers = await node.Submit([.. open.Select(i => jobs[i])], cancellation).ConfigureAwait(false);
            foreach (var (index, answer) in open.Zip(answers))
                results[index] = answer;
            int[] busy = [.. open.Where(i => results[i]!.Outcome == SubmitVerdict.Busy)];
            if (busy.Length == 0)
                return;
            // As long as some are taken, it is worth while to wait.
            if (busy.Length < open.Length)
                (moved, repeats) = (time.GetTimestamp(), 0);
            var pause = NodeCalls.Pause(repeats, TimeSpan.FromSeconds(busy.Max(i => results[i]!.RetryAfterS ?? 0)));
            if (time.GetElapsedTime(moved) + pause > node.Target.GiveUp)
                return;
            open = busy;
            await Task.Delay(pause, time, cancellation).ConfigureAwait(false);
        }
    }
}
