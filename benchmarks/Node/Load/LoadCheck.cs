using System.Text.Json.Nodes;

namespace ControlPlane.Benchmarks.Node.Load;

/// <summary>What must hold after the load.</summary>
/// <param name="Checked">Acknowledged jobs that were submitted again: the youngest, as many as a node remembers.</param>
/// <param name="Lost">Of those, jobs that the node did not know.</param>
/// <param name="Submitted">Jobs of the node's ledger.</param>
/// <param name="Completed">Of those, jobs that are done.</param>
/// <param name="LedgerCloses">Whether its columns add up.</param>
internal sealed record LoadCheck(long Checked, long Lost, long Submitted, long Completed, bool LedgerCloses)
{
    // A node remembers the last 100 000 jobs that ended.
    private const int MostChecked = 90_000;
    private const int JobsAtOnce = 1_000;

    /// <summary>Looks.</summary>
    /// <param name="node">The node.</param>
    /// <param name="desk">Asks it.</param>
    /// <param name="key">Key of a submitter; null for none.</param>
    /// <param name="prefix">What ids begin with.</param>
    /// <param name="acknowledged">Numbers of the acknowledged jobs.</param>
    public static async Task<LoadCheck> Take(LoadedNode node, NodeDesk desk, string? key, string prefix, IReadOnlyList<long> acknowledged)
    {
        var ledger = await desk.Ledger();
        var youngest = acknowledged.OrderDescending().Take(MostChecked).ToArray();
        return new LoadCheck(
            youngest.Length,
            await CountLost(node, key, prefix, youngest),
            (long)ledger["submitted"]!,
            (long)ledger["completed"]!,
            (bool)ledger["closes"]!);
    }

    // Submitting a job again is how a submitter asks whether it was accepted.
    private static async Task<long> CountLost(LoadedNode node, string? key, string prefix, long[] numbers)
    {
        using var connection = new RawConnection(node.EndPoint);
        var lost = 0L;
        foreach (var some in numbers.Chunk(JobsAtOnce))
        {
            var jobs = new JsonArray([.. some.Select(n => new JsonObject { ["id"] = $"{prefix}{n:D10}", ["sizeUnits"] = 1 })]);
            var body = System.Text.Encoding.UTF8.GetBytes(jobs.ToJsonString());
            var answer = await connection.Send(RequestBytes.Of("POST", node.Address, "/v1/jobs", key, body));
            lost += some.Length - answer.Body.Span.Count("\"outcome\":\"known\""u8);
        }

        return lost;
    }
}
