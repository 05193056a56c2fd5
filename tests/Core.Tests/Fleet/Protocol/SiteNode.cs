using ControlPlane.Fleet.Journal;
using ControlPlane.Fleet.Protocol;
using ControlPlane.Fleet.Sites;

namespace ControlPlane.Core.Tests.Fleet.Protocol;

/// <summary>The host of a site's desk: reports until they are acknowledged, renews leases in time, wakes the desk when something is due.</summary>
internal sealed class SiteNode : WorldNode
{
    private const double TimeoutS = 2;
    private const double RenewS = 10;
    private static readonly WantedRule Rule = new();
    private readonly int _index;
    private readonly RunTrace _trace;
    private readonly bool[] _isReporting;
    private readonly bool[] _isRenewing;
    private double _wakesS = double.PositiveInfinity;

    public SiteNode(ProtocolWorld world, int index)
        : base(world)
    {
        _index = index;
        SkewS = world.RandomSkewS() - world.Settings.SiteLagS * world.Random.NextUniform();
        _trace = new RunTrace(index, SkewS);
        (_isReporting, _isRenewing) = (new bool[world.Settings.Homes], new bool[world.Settings.Homes]);
    }

    public SiteDesk Desk { get; private set; } = null!;

    protected override OperationBuffer Operations => _trace.Operations;

    protected override IJournalled Live => Desk;

    public void Answer(HomeMessage message, int incarnation, long call) => Handle(() =>
    {
        var answer = Desk.Answer(message, Rule, ClockS);
        Send(() => World.Carry(message.Home, _index, isReply: true, () => World.Homes[message.Home].TakeAnswer(incarnation, call, _index, message, answer)));
    });

    public void Acknowledged(int home, long through) => Handle(() =>
    {
        Desk.Acknowledge(home, through);
        _isReporting[home] = false;
    });

    public void Renewed(int incarnation, int home, long epoch, double? endS)
    {
        if (incarnation != Incarnation)
            return;
        Handle(() =>
        {
            _isRenewing[home] = false;
            if (endS is { } renewedS)
                Desk.Renewed(home, epoch, renewedS, Rule, ClockS);
            else
                Desk.Fenced(home, epoch, Rule, ClockS);
        });
    }

    /// <summary>Does something to the site and undoes it later.</summary>
    public void Disturb(double forS)
    {
        var what = World.Random.NextBelow(4);
        Handle(() => Disturb(what));
        World.After(forS, () => Handle(() => Settle(what)));
    }

    public void Heal() => Handle(() =>
    {
        for (var what = 0; what < 8; what++)
            Settle(what);
    });

    protected override IJournalled MakeEmpty()
    {
        var spec = World.Model.Sites[_index];
        return new SiteDesk(new DataCenter(_index, spec, World.Model.Tables[_index], -200), World.Settings.Homes, _trace);
    }

    protected override void Use(IJournalled restored)
    {
        Desk = (SiteDesk)restored;
        _trace.Visit = Desk.VisitRuns;
    }

    protected override void CameUp()
    {
        _wakesS = double.PositiveInfinity;
        Array.Clear(_isReporting);
        Array.Clear(_isRenewing);
        Desk.Advance(Rule, ClockS);
        Every(RenewS, RenewAll);
        RenewAll();
    }

    protected override void Worked()
    {
        foreach (var session in Desk.Sessions)
        {
            if (session.Reports > 0 && !_isReporting[session.Home])
                Report(session.Home);
        }

        var dueS = Math.Max(World.NowS, Desk.NextEventS - SkewS) + 1e-6;
        if (dueS >= _wakesS)
            return;
        _wakesS = dueS;
        AfterIfUp(dueS - World.NowS, Wake);
    }

    protected override void Committed() => _trace.Commit(World.Ran);

    protected override void Discard() => _trace.Crash();

    private void Wake()
    {
        _wakesS = double.PositiveInfinity;
        Desk.Advance(Rule, ClockS);
    }

    private void Report(int home)
    {
        var reports = Desk.Reports(home, 1 + World.Random.NextBelow(4));
        _isReporting[home] = true;
        Send(() => World.Carry(home, _index, isReply: false, () => World.Homes[home].TakeReports(_index, reports)));
        AfterIfUp(TimeoutS, () => _isReporting[home] = false);
    }

    private void RenewAll()
    {
        foreach (var session in Desk.Sessions.Where(s => s.Tenants > 0 || s.Reports > 0))
        {
            _isRenewing[session.Home] = true;
            Renew(session.Home);
        }
    }

    private void Renew(int home)
    {
        if (!_isRenewing[home])
            return;
        var (incarnation, epoch) = (Incarnation, Desk.Sessions.ElementAt(home).Epoch);
        Send(() => World.Carry(home, _index, isReply: false, () => World.Homes[home].Renew(_index, incarnation, epoch)));
        AfterIfUp(TimeoutS, () => Renew(home));
    }

    private void Disturb(int what)
    {
        switch (what)
        {
            case 0:
                Desk.Fail(Rule, ClockS);
                break;
            case 1:
                Desk.Drain(Rule, ClockS);
                break;
            default:
                Desk.FailGpu(World.Random.NextUniform(), Rule, ClockS);
                break;
        }
    }

    private void Settle(int what)
    {
        switch (what)
        {
            case 0:
                Desk.Recover(Rule, ClockS);
                break;
            case 1:
                Desk.Resume(Rule, ClockS);
                break;
            default:
                Desk.RepairGpu(Rule, ClockS);
                break;
        }
    }
}
