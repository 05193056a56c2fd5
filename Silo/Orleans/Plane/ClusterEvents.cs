using System.Collections.Immutable;
using ControlPlane.Fleet.Control;
using ControlPlane.Fleet.Control.Regions;
using ControlPlane.Grains.Interfaces.Mapping;
using ControlPlane.Grains.Interfaces.Wire;
using ControlPlane.Grains.Regions;

namespace ControlPlane.Silo.Orleans.Plane;

/// <summary>
/// The events of a region as this silo tells of them: gathered from ingresses, sites and the coordinator while somebody reads, put in order of time and numbered here. Another silo
/// numbers them differently: a reader that comes from there is told that it may have missed some, and gets all that are kept.
/// </summary>
/// <param name="calls">Reaches the grains.</param>
/// <param name="time">The clock.</param>
internal sealed class ClusterEvents(RegionCalls calls, TimeProvider time) : IDisposable
{
    private const int Most = 20_000;
    private const int MostAtOnce = 2_000;
    private const int MostAudits = 500;

    // Numbers of two silos, or of two lives of one, do not meet, and stay below 2^53, so that every JSON reader keeps them whole.
    private const int NumbersPerMs = 1 << 10;
    private static readonly TimeSpan Fresh = TimeSpan.FromMilliseconds(150);
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(500);
    private readonly SemaphoreSlim _gate = new(1);
    private readonly Queue<ControlEvent> _kept = new();
    private readonly Dictionary<string, long> _cursors = [];
    private readonly Dictionary<string, Task<IReadOnlyList<RegionEvent>>> _asked = [];
    private readonly List<RegionEvent> _arrived = [];
    private readonly long _first = time.GetUtcNow().ToUnixTimeMilliseconds() * NumbersPerMs;
    private long _count;
    private long? _lookedAt;

    /// <summary>Events after a number.</summary>
    /// <param name="region">The region.</param>
    /// <param name="after">The number.</param>
    /// <param name="most">The most of them.</param>
    /// <param name="cancellation">Ends the wait.</param>
    public async Task<IReadOnlyList<ControlEvent>> After(Region region, long after, int most, CancellationToken cancellation)
    {
        await _gate.WaitAsync(cancellation);
        try
        {
            if (_lookedAt is not { } at || time.GetElapsedTime(at) >= Fresh)
                await Look(region);
            return Kept(after, most);
        }
        finally
        {
            _gate.Release();
        }
    }

    public void Dispose() => _gate.Dispose();

    /// <summary>Shows an event.</summary>
    /// <param name="region">The region.</param>
    /// <param name="entry">The event.</param>
    /// <param name="number">Its number.</param>
    public static ControlEvent Show(Region region, RegionEvent entry, long number) =>
        new(number, region.Clock.At(entry.AtS), entry.Kind, entry.Job, entry.Site < 0 ? null : region.Model.Sites[entry.Site].Name, entry.Detail);

    private List<ControlEvent> Kept(long after, int most)
    {
        List<ControlEvent> events = [];
        var first = _kept.Count > 0 ? _kept.Peek().Number : _first + _count + 1;
        if (after != 0 && (after < first - 1 || after > _first + _count))
        {
            events.Add(new ControlEvent(first - 1, time.GetUtcNow(), "missed", null, null, "events are numbered by each silo, or those that follow are not kept any more: all that are kept follow"));
            after = 0;
        }

        events.AddRange(_kept.Where(e => e.Number > after).Take(most));
        return events;
    }

    /// <summary>Asks everybody. What happened before the question is in the answers, so that it can be put in order of time; what happened since waits for the next look.</summary>
    private async Task Look(Region region)
    {
        var untilS = region.Clock.NowS;
        for (var i = 0; i < region.Model.Ingresses.Count; i++)
            Ask($"ingress {region.Model.Ingresses[i]}", calls.Ingress(region, i).Events);
        for (var i = 0; i < region.Model.SiteCount; i++)
        {
            Ask($"site {region.Model.Sites[i].Name}", calls.Site(region, i).Events);
            if (region.Model.Sites[i].Energy is not null)
                Ask($"the energy of {region.Model.Sites[i].Name}", calls.Energy(region, i).Events);
        }

        Ask("coordinator", (after, _) => Policies(region, after));
        // Whoever does not answer, because its silo was lost, does not keep the others: it is asked again when its call has ended.
        await Task.WhenAny(Task.WhenAll(_asked.Values), Task.Delay(Patience, time));
        foreach (var (source, answer) in _asked.Where(a => a.Value.IsCompleted).ToArray())
        {
            _asked.Remove(source);
            if (answer.IsCompletedSuccessfully)
                Take(source, await answer);
        }

        Tell(region, untilS);
        _lookedAt = time.GetTimestamp();
    }

    private void Ask(string source, Func<long, int, Task<ImmutableArray<EventRecord>>> ask)
    {
        if (!_asked.ContainsKey(source))
            _asked[source] = Read(ask, _cursors.GetValueOrDefault(source));
    }

    private static async Task<IReadOnlyList<RegionEvent>> Read(Func<long, int, Task<ImmutableArray<EventRecord>>> ask, long after) =>
        [.. (await ask(after, MostAtOnce)).Select(e => e.ToFleet())];

    private async Task<ImmutableArray<EventRecord>> Policies(Region region, long after)
    {
        var audits = await calls.Coordinator.Audit(MostAudits);
        return [.. audits.Where(a => a.Number > after).Reverse().Select(a => new EventRecord(a.Number, region.Clock.SecondsOf(a.At), Kind(a.Action), null, -1, $"{a.Subject}: {a.Detail}"))];
    }

    private static string Kind(string action) => action switch
    {
        "policy.publish" => "policy-published",
        "policy.activate" => "policy-activated",
        _ => "",
    };

    private void Take(string source, IReadOnlyList<RegionEvent> events)
    {
        var known = _cursors.GetValueOrDefault(source);
        if (events.Count > 0 && events[0].Number > known + 1)
            _arrived.Add(new RegionEvent(0, events[0].AtS, "missed", null, -1, $"{events[0].Number - known - 1} events of {source} are not kept any more"));
        if (events.Count > 0)
            _cursors[source] = events[^1].Number;
        _arrived.AddRange(events.Where(e => e.Kind.Length > 0));
    }

    private void Tell(Region region, double untilS)
    {
        foreach (var entry in _arrived.Where(e => e.AtS <= untilS).OrderBy(e => e.AtS))
        {
            _kept.Enqueue(Show(region, entry, _first + ++_count));
            if (_kept.Count > Most)
                _kept.Dequeue();
        }

        _arrived.RemoveAll(e => e.AtS <= untilS);
    }
}
