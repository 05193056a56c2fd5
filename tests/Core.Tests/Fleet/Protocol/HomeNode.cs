using ControlPlane.Fleet.Decisions;
using ControlPlane.Fleet.Hardware;
using ControlPlane.Fleet.Jobs;
using ControlPlane.Fleet.Journal;
using ControlPlane.Fleet.Protocol;

namespace ControlPlane.Core.Tests.Fleet.Protocol;

/// <summary>The host of a home: one message a site in flight, repeated after a time-out.</summary>
internal sealed class HomeNode(ProtocolWorld world, int index) : WorldNode(world)
{
    private const double TimeoutS = 2;
    private readonly long[] _calls = new long[world.Settings.Sites];
    private readonly bool[] _isWaiting = new bool[world.Settings.Sites];
    private readonly OperationBuffer _operations = new();
    private int _taken;

    public JobHome Home { get; private set; } = null!;

    /// <summary>Jobs that it took back from sites whose lease was over, as far as that is durable.</summary>
    public int TakenBack { get; private set; }

    protected override OperationBuffer Operations => _operations;

    protected override IJournalled Live => Home;

    public void Submit(Job job, Action<SubmitOutcome> reply) => Handle(() =>
    {
        var outcome = Home.Submit(job, RandomPlacement(job), ClockS);
        Send(() => reply(outcome));
    });

    public void Cancel(JobId id, Action<CancelOutcome> reply) => Handle(() =>
    {
        var outcome = Home.Cancel(id, ClockS);
        Send(() => reply(outcome));
    });

    public void TakeReports(int site, IReadOnlyList<SiteReport> reports) => Handle(() =>
    {
        foreach (var report in reports)
            Home.Take(site, report, ClockS);
        Send(() => World.Carry(index, site, isReply: true, () => World.Sites[site].Acknowledged(index, reports[^1].Number)));
    });

    public void Renew(int site, int incarnation, long epoch) => Handle(() =>
    {
        var endS = Home.Renew(site, epoch, ClockS);
        Send(() => World.Carry(index, site, isReply: true, () => World.Sites[site].Renewed(incarnation, index, epoch, endS)));
    });

    public void TakeAnswer(int incarnation, long call, int site, HomeMessage message, SiteAnswer answer)
    {
        if (incarnation != Incarnation)
            return;
        Handle(() =>
        {
            Home.Settle(site, message, answer, ClockS);
            // An answer that is late is taken in all the same.
            _isWaiting[site] &= _calls[site] != call;
        });
    }

    protected override IJournalled MakeEmpty() => new JobHome(index, World.Model, WorldSettings.Terms, _operations, World.Settings.Capacity, 1000);

    protected override void Use(IJournalled restored) => Home = (JobHome)restored;

    protected override void CameUp()
    {
        // It comes back on another machine.
        SkewS = World.RandomSkewS();
        Home.Recovered(ClockS);
        Array.Clear(_isWaiting);
        World.RequireAcknowledged(index, Home);
        Every(0.2, () => _taken += Home.ExpireLeases(ClockS));
        Every(0.5, PlaceHeld);
    }

    protected override void Worked()
    {
        World.Require(Home.Counts.Closes, $"home {index}: {Home.Counts}");
        for (var site = 0; site < _calls.Length; site++)
        {
            if (!_isWaiting[site] && Home.HasMessage(site))
                Tell(site);
        }
    }

    protected override void Committed()
    {
        _operations.Clear();
        TakenBack += _taken;
        _taken = 0;
    }

    protected override void Discard()
    {
        _operations.Clear();
        _taken = 0;
    }

    private void Tell(int site)
    {
        var message = Home.Compose(site, 1 + World.Random.NextBelow(4), ClockS)!;
        var (incarnation, call) = (Incarnation, ++_calls[site]);
        World.Require(message.Assignments.Count + message.Withdrawals.Count > 0, $"home {index}: a message that says nothing");
        _isWaiting[site] = true;
        Send(() => World.Carry(index, site, isReply: false, () => World.Sites[site].Answer(message, incarnation, call)));
        AfterIfUp(TimeoutS, () => _isWaiting[site] &= _calls[site] != call);
    }

    private void PlaceHeld()
    {
        List<Job> held = [];
        Home.CollectHeld(null, held, 5);
        foreach (var job in held)
            Home.Place(job.Id, RandomPlacement(job), ClockS);
    }

    private Placement RandomPlacement(in Job job)
    {
        var site = World.Random.NextBelow(World.Settings.Sites);
        return World.Random.NextBelow(5) == 0 || !job.MayRunAt(site)
            ? Placement.Hold
            : new Placement(site, new Allocation(1 + World.Random.NextBelow(2), World.Random.NextBelow(2)));
    }
}
