using System.Collections.Immutable;
using ControlPlane.Fleet.Control;
using ControlPlane.Fleet.Control.Regions;
using ControlPlane.Grains.Interfaces.Mapping;
using ControlPlane.Grains.Interfaces.Wire;
using ControlPlane.Grains.Regions;

namespace ControlPlane.Grains;

/// <content>What operators, the site's agent and readers ask of the site.</content>
public sealed partial class DataCenterGrain
{
    /// <inheritdoc/>
    public Task<SiteViewRecord> Show() => Perform(stand =>
    {
        stand.Advance(Rule, NowS);
        return stand.Show(NowS).ToWire();
    });

    /// <inheritdoc/>
    public Task<ImmutableArray<JobRunRecord>> Runs(ImmutableArray<long> jobs) => Perform(stand =>
    {
        stand.Advance(Rule, NowS);
        return stand.Runs(jobs, NowS).Select(r => r.ToWire()).ToImmutableArray();
    });

    /// <inheritdoc/>
    public Task<bool> Change(SiteChangeRecord change, string actor)
    {
        var asked = change.ToFleet();
        return Answer(stand => stand.Change(asked, actor, Rule, NowS));
    }

    /// <inheritdoc/>
    public async Task<AgentSessionRecord> Register(AgentHelloRecord hello)
    {
        var said = hello.ToFleet();
        // An agent that stops to beat must be noticed without being called.
        await Wake();
        return await Answer(stand => stand.Register(said, Rule, NowS).ToWire());
    }

    /// <inheritdoc/>
    public Task<AgentOrdersRecord> Beat(AgentBeatRecord beat)
    {
        var said = beat.ToFleet();
        return Answer(stand => stand.Beat(said, Rule, NowS).ToWire());
    }

    /// <inheritdoc/>
    public Task<AgentOrdersRecord> Orders(long epoch, long knownVersion) => Answer(stand => stand.Orders(epoch, knownVersion).ToWire());

    /// <inheritdoc/>
    public Task<ImmutableArray<EventRecord>> Events(long after, int most) => Perform(stand => stand.Events(after, most).ToWire());

    /// <inheritdoc/>
    public Task<ImmutableArray<EventRecord>> History(string job) => Perform(stand => stand.History(job).ToWire());

    private async Task<T> Answer<T>(Func<SiteStand, T> operation)
    {
        try
        {
            return await Perform(operation);
        }
        catch (ControlException refusal)
        {
            throw Refusals.Of(refusal);
        }
    }
}
