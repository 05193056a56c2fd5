using System.Diagnostics;
using System.Text.Json;

namespace ControlPlane.Benchmarks.Node.Load;

/// <summary>One caller: a connection with one request under way, which is repeated until its outcome is known.</summary>
/// <param name="node">The node.</param>
/// <param name="request">Its request.</param>
/// <param name="jobs">Jobs in a request.</param>
/// <param name="insists">Whether a refused request is repeated after the time that the answer names.</param>
internal sealed class Submitter(LoadedNode node, SubmitRequest request, int jobs, bool insists) : IDisposable
{
    private static readonly TimeSpan AfterBreak = TimeSpan.FromMilliseconds(50);
    private readonly RawConnection _connection = new(node.EndPoint);

    /// <summary>Submits jobs of consecutive numbers.</summary>
    /// <param name="first">Number of the first.</param>
    /// <param name="due">When the request is due, on the clock of <see cref="Stopwatch"/>.</param>
    /// <param name="tally">Where the outcome goes.</param>
    /// <param name="end">Gives up; the outcome may be unknown then.</param>
    public async Task Submit(long first, long due, SubmissionTally tally, CancellationToken end)
    {
        try
        {
            while (await Try(first, due, tally, end) is { } pause)
            {
                tally.Repeat();
                await Task.Delay(pause, end);
            }
        }
        catch (OperationCanceledException)
        {
            tally.GiveUp(jobs);
        }
    }

    public void Dispose() => _connection.Dispose();

    /// <summary>Null when the outcome is known, otherwise how long to wait before the same request again.</summary>
    private async ValueTask<TimeSpan?> Try(long first, long due, SubmissionTally tally, CancellationToken end)
    {
        try
        {
            var answer = await _connection.Send(request.For(first), end);
            if (IsWholeSuccess(answer))
            {
                tally.Acknowledge(first, jobs, due);
                return null;
            }

            if (insists && answer.RetryAfterS is { } seconds)
                return TimeSpan.FromSeconds(seconds);
            Refuse(first, due, answer, tally);
            return null;
        }
        catch (IOException)
        {
            tally.Break();
            return AfterBreak;
        }
    }

    private bool IsWholeSuccess(in RawAnswer answer) => (answer.Status, jobs) switch
    {
        (201, _) => true,
        (200, 1) => true,
        (200, _) => answer.Body.Span.Count("\"outcome\":\"accepted\""u8) + answer.Body.Span.Count("\"outcome\":\"known\""u8) == jobs,
        _ => false,
    };

    private void Refuse(long first, long due, in RawAnswer answer, SubmissionTally tally)
    {
        using var body = JsonDocument.Parse(answer.Body);
        var retry = answer.RetryAfterS is null ? ", without Retry-After" : "";
        if (answer.Status != 200)
        {
            tally.Refuse($"{answer.Status} {body.RootElement.GetProperty("detail").GetString()}{retry}", jobs);
            return;
        }

        foreach (var result in body.RootElement.GetProperty("results").EnumerateArray())
        {
            if (result.GetProperty("outcome").GetString() is "accepted" or "known")
                tally.Acknowledge(first, 1, due);
            else
                tally.Refuse($"in a list: {result.GetProperty("reason").GetString()}{retry}", 1);
            first++;
        }
    }
}
