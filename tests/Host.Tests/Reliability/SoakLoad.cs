using System.Collections.Concurrent;
using System.Diagnostics;
using ControlPlane.Fleet.Control;

namespace ControlPlane.Host.Tests.Reliability;

/// <summary>Submissions at a rate that does not wait for answers, each asked once, and what became of every one.</summary>
/// <param name="node">The node.</param>
internal sealed class SoakLoad(NodeApi node)
{
    private int _accepted;
    private int _broken;

    /// <summary>Submissions sent.</summary>
    public int Offered { get; private set; }

    /// <summary>Accepted ones.</summary>
    public int Accepted => _accepted;

    /// <summary>Those without any answer.</summary>
    public int Broken => _broken;

    /// <summary>Refused ones by status and reason.</summary>
    public ConcurrentDictionary<string, int> Refused { get; } = new(StringComparer.Ordinal);

    /// <summary>Refusals without a reason or without a time to come again.</summary>
    public ConcurrentBag<string> Bare { get; } = [];

    /// <summary>Submits until the time is over, then waits for the last answers.</summary>
    /// <param name="perS">Submissions a second.</param>
    /// <param name="time">How long.</param>
    public async Task Run(double perS, TimeSpan time)
    {
        var random = new Random(5);
        var open = new ConcurrentDictionary<int, Task>();
        var begun = Stopwatch.GetTimestamp();
        for (var dueS = 0.0; dueS < time.TotalSeconds; dueS -= Math.Log(1 - random.NextDouble()) / perS)
        {
            if (dueS - Stopwatch.GetElapsedTime(begun).TotalSeconds is > 0.001 and var early)
                await Task.Delay(TimeSpan.FromSeconds(early));
            var number = Offered++;
            var one = open[number] = Task.Run(() => Submit(number));
            _ = one.ContinueWith(_ => open.TryRemove(number, out var _), TaskScheduler.Default);
        }

        await Task.WhenAll(open.Values);
    }

    private async Task Submit(int number)
    {
        try
        {
            var result = Assert.Single(await node.Submit([RecordingSubmitter.Job($"soak-{number}")]));
            if (result.Outcome == SubmitVerdict.Accepted)
                Interlocked.Increment(ref _accepted);
            else
                Refuse($"{result.Outcome}: {result.Reason}", result.Reason, (int?)result.RetryAfterS);
        }
        catch (NodeAnswerException refusal)
        {
            Refuse($"{refusal.Status}: {refusal.Detail}", refusal.Detail, refusal.RetryAfterS);
        }
        catch (HttpRequestException)
        {
            Interlocked.Increment(ref _broken);
        }
    }

    private void Refuse(string what, string? reason, int? retryAfterS)
    {
        Refused.AddOrUpdate(what, 1, (_, count) => count + 1);
        if (string.IsNullOrEmpty(reason) || retryAfterS is not > 0)
            Bare.Add(what);
    }
}
