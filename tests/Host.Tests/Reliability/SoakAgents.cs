using System.Diagnostics;

namespace ControlPlane.Host.Tests.Reliability;

/// <summary>Agents of all sites that together finish jobs at a limited rate, and beat as long polls.</summary>
internal sealed class SoakAgents : IDisposable
{
    private readonly long _begun = Stopwatch.GetTimestamp();
    private readonly List<NodeApi> _apis = [];
    private readonly List<RecordingAgent> _agents = [];
    private int _finished;

    /// <summary>Begins.</summary>
    /// <param name="address">The node.</param>
    /// <param name="keys">Keys of the agents, by site.</param>
    /// <param name="sites">Sites and their GPUs.</param>
    public SoakAgents(Uri address, IReadOnlyDictionary<string, string> keys, IEnumerable<(string Name, int Gpus)> sites)
    {
        foreach (var (name, gpus) in sites)
        {
            _apis.Add(new NodeApi(address, key: keys[name]));
            _agents.Add(new RecordingAgent(name, gpus, MayFinish));
        }
    }

    /// <summary>Whether jobs take no time any more.</summary>
    public bool IsUnlimited { get; set; }

    /// <summary>How often a job was told again whose end was confirmed.</summary>
    public int ToldAgain => _agents.Sum(a => a.ToldAgain.Count);

    /// <summary>Works until it is stopped.</summary>
    /// <param name="unanswered">Counts refusals.</param>
    /// <param name="end">Stops it.</param>
    public Task Run(Unanswered unanswered, CancellationToken end) => Task.WhenAll(_agents.Select((agent, i) => Task.Run(
        () => unanswered.Until(
            () => end.IsCancellationRequested,
            async () =>
            {
                await agent.Step(_apis[i]);
                await Task.Delay(50, CancellationToken.None);
            }),
        CancellationToken.None)));

    public void Dispose() => _apis.ForEach(a => a.Dispose());

    private bool MayFinish()
    {
        if (IsUnlimited)
            return true;
        if (Volatile.Read(ref _finished) >= SoakPlan.FinishedPerS * Stopwatch.GetElapsedTime(_begun).TotalSeconds)
            return false;
        Interlocked.Increment(ref _finished);
        return true;
    }
}
