using ControlPlane.Fleet.Control;

namespace ControlPlane.Host.Tests.Reliability;

/// <summary>Drains and resumes sites, publishes and activates policies, tells batteries what to do, and remembers what was acknowledged.</summary>
/// <param name="sites">Names of the sites it works on.</param>
internal sealed class RecordingOperator(IReadOnlyList<string> sites)
{
    private static readonly string[] Names = ["least-loaded", "round-robin", "weighted-round-robin"];
    private readonly Dictionary<string, bool> _draining = new(StringComparer.Ordinal);
    private readonly Dictionary<int, string> _notes = [];
    private readonly Dictionary<string, string?> _batteries = new(StringComparer.Ordinal);
    private int? _active;
    private int _next;

    /// <summary>Does one thing. What it was about is not known while there is no answer.</summary>
    public async Task Step(NodeApi node, Random random)
    {
        var site = sites[random.Next(sites.Count)];
        switch (random.Next(4))
        {
            case 0:
                var isDraining = random.Next(2) == 0;
                _draining.Remove(site);
                Assert.Equal(isDraining, (await node.Drain(site, isDraining)).IsDraining);
                _draining[site] = isDraining;
                break;
            case 1:
                var note = $"note {_next++}";
                _notes[(await node.Publish(Names[random.Next(Names.Length)], note)).Version] = note;
                break;
            case 2:
                await TellBattery(node, random, site);
                break;
            default:
                if (_notes.Count == 0)
                    break;
                var version = _notes.Keys.ElementAt(random.Next(_notes.Count));
                _active = null;
                _active = (await node.Activate(version)).Version;
                break;
        }
    }

    /// <summary>Whether everything that was acknowledged holds.</summary>
    public async Task Check(NodeApi node)
    {
        var shown = (await node.Sites()).ToDictionary(s => s.Name, s => s.IsDraining, StringComparer.Ordinal);
        Assert.All(_draining, d => Assert.Equal(d.Value, shown[d.Key]));
        IReadOnlyList<PolicyView> policies = await node.Policies();
        Assert.All(_notes, n => Assert.Equal(n.Value, policies[n.Key - 1].Note));
        foreach (var battery in await node.Batteries())
        {
            if (_batteries.TryGetValue(battery.Site, out var reason))
                Assert.Equal(reason, battery.Override?.Reason);
        }

        if (_active is { } active)
            Assert.Equal(active, Assert.Single(policies, p => p.IsActive).Version);
    }

    private async Task TellBattery(NodeApi node, Random random, string site)
    {
        _batteries.Remove(site);
        var reason = random.Next(3) > 0 ? $"reason {_next++}" : null;
        var battery = reason is null ? await node.Release(site) : await node.Override(site, random.Next(-50, 50), DateTimeOffset.UtcNow.AddHours(1), reason);
        Assert.Equal(reason, battery.Override?.Reason);
        _batteries[site] = reason;
    }
}
