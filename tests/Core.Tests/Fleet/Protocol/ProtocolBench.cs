using ControlPlane.Fleet;
using ControlPlane.Fleet.Decisions;
using ControlPlane.Fleet.Hardware;
using ControlPlane.Fleet.Jobs;
using ControlPlane.Fleet.Journal;
using ControlPlane.Fleet.Protocol;
using ControlPlane.Fleet.Sites;

namespace ControlPlane.Core.Tests.Fleet.Protocol;

/// <summary>Two homes and two sites of one GPU each, whose messages are handed over by hand. Leases of 30 s with a margin of 5 s.</summary>
internal sealed class ProtocolBench
{
    public static readonly FleetModel Model = TestFleets.Model(
        TestFleets.Site("first", 1, maxGpusPerJob: 1, checkpointS: 5),
        TestFleets.Site("second", 1, maxGpusPerJob: 1, queueLimit: 0));

    private static readonly FixedRule Rule = new(1);

    public ProtocolBench(int capacity = 100, int remembered = 100)
    {
        Homes = [.. Enumerable.Range(0, 2).Select(i => new JobHome(i, Model, LeaseTerms.Default, HomeLogs[i], capacity, remembered))];
        Desks = [.. Enumerable.Range(0, 2).Select(i => MakeDesk(i, DeskLogs[i]))];
    }

    public OperationBuffer[] HomeLogs { get; } = [new(), new()];

    public OperationBuffer[] DeskLogs { get; } = [new(), new()];

    public JobHome[] Homes { get; }

    public SiteDesk[] Desks { get; }

    public JobHome Home => Homes[0];

    public SiteDesk Desk => Desks[0];

    public static SiteDesk MakeDesk(int site, OperationBuffer log) => new(new DataCenter(site, Model.Sites[site], Model.Tables[site]), 2, log);

    public static Job MakeJob(long id, double units = 10, int home = 0, double nowS = 0) => new(new JobId(id), home, units, nowS);

    public static Placement At(int site) => new(site, new Allocation(1, 1));

    /// <summary>A job is submitted and assigned to a site; it hears of it with the next message.</summary>
    public void Submit(long id, double nowS, int home = 0, int site = 0, double units = 10) =>
        Assert.Equal(SubmitOutcome.Accepted, Homes[home].Submit(MakeJob(id, units, home, nowS), At(site), nowS));

    public HomeMessage Compose(double nowS, int home = 0, int site = 0) =>
        Homes[home].Compose(site, 10, nowS) ?? throw new InvalidOperationException("There is nothing to tell.");

    public SiteAnswer Deliver(HomeMessage message, double nowS, int site = 0) => Desks[site].Answer(message, Rule, nowS);

    /// <summary>A message and its answer, both delivered.</summary>
    public SiteAnswer Exchange(double nowS, int home = 0, int site = 0)
    {
        var message = Compose(nowS, home, site);
        var answer = Deliver(message, nowS, site);
        Homes[home].Settle(site, message, answer, nowS);
        return answer;
    }

    public void Advance(double nowS, int site = 0) => Desks[site].Advance(Rule, nowS);

    public void Drain(double nowS) => Desk.Drain(Rule, nowS);

    /// <summary>The site asks the home to renew, and hears the answer.</summary>
    public void Renew(double nowS, int home = 0, int site = 0)
    {
        var epoch = Desks[site].Sessions.ElementAt(home).Epoch;
        if (Homes[home].Renew(site, epoch, nowS) is { } endS)
            Desks[site].Renewed(home, epoch, endS, Rule, nowS);
        else
            Desks[site].Fenced(home, epoch, Rule, nowS);
    }

    /// <summary>Reports are taken in and acknowledged.</summary>
    public bool[] Report(double nowS, int home = 0, int site = 0)
    {
        var reports = Desks[site].Reports(home, 100);
        var effects = reports.Select(report => Homes[home].Take(site, report, nowS)).ToArray();
        if (reports.Count > 0)
            Desks[site].Acknowledge(home, reports[^1].Number);
        return effects;
    }

    public HomePhase? Phase(long id, int home = 0) => Homes[home].TryFind(new JobId(id), out var phase, out _, out _) ? phase : null;

    public JobPhase? End(long id, int home = 0) => Homes[home].TryFindEnded(new JobId(id), out var ended) ? ended.Phase : null;

    public long[] Running(int site = 0)
    {
        List<long> jobs = [];
        Desks[site].VisitRuns(run => jobs.Add(run.Item.Job.Id.Value));
        return [.. jobs];
    }
}
