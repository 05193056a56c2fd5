using ControlPlane.Fleet.Control;

namespace ControlPlane.Client.Node;

/// <summary>Submits any number of jobs in lists, and those again for which the node was full.</summary>
/// <param name="node">The node.</param>
/// <param name="time">The clock.</param>
/// <param name="tell">Told how far it is.</param>
internal sealed class Submitter(NodeClient node, TimeProvider time, Action<string> tell)
{
    /// <summary>Submits jobs until each is accepted or refused, or the node was full for longer than its time.</summary>
    /// <param name="jobs">The jobs.</param>
    /// <param name="cancellation">Ends it.</param>
    /// <returns>What became of each, in order.</returns>
    public async Task<IReadOnlyList<SubmitResult>> Submit(IReadOnlyList<JobSubmission> jobs, CancellationToken cancellation)
    {
        List<SubmitResult> results = [];
        foreach (var list in jobs.Chunk(NodeClient.MostJobs))
        {
            results.AddRange(await SubmitList(list, cancellation).ConfigureAwait(false));
            tell($"{results.Count} of {jobs.Count} jobs");
        }

        return results;
    }

    private async Task<IReadOnlyList<SubmitResult>> SubmitList(JobSubmission[] jobs, CancellationToken cancellation)
    {
        var results = new SubmitResult[jobs.Length];
        int[] open = [.. Enumerable.Range(0, jobs.Length)];
        var moved = time.GetTimestamp();
        for (var repeats = 0; ; repeats++)
        {
            var answers = await node.Submit([.. open.Select(i => jobs[i])], cancellation).ConfigureAwait(false);
            foreach (var (index, answer) in open.Zip(answers))
                results[index] = answer;
            int[] busy = [.. open.Where(i => results[i].Outcome == SubmitVerdict.Busy)];
            if (busy.Length == 0)
                return results;
            // As long as some are taken, it is worth while to wait.
            if (busy.Length < open.Length)
                (moved, repeats) = (time.GetTimestamp(), 0);
            var pause = NodeCalls.Pause(repeats, TimeSpan.FromSeconds(busy.Max(i => results[i].RetryAfterS ?? 0)));
            if (time.GetElapsedTime(moved) + pause > node.Target.GiveUp)
                return results;
            open = busy;
            await Task.Delay(pause, time, cancellation).ConfigureAwait(false);
        }
    }
}
