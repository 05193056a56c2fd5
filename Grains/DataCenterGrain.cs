using System.Collections.Immutable;
using ControlPlane.Fleet.Control.Regions;
using ControlPlane.Fleet.Jobs;
using ControlPlane.Fleet.Protocol;
using ControlPlane.Fleet.Sites;
using ControlPlane.Grains.Decisions;
using ControlPlane.Grains.Interfaces;
using ControlPlane.Grains.Interfaces.Mapping;
using ControlPlane.Grains.Interfaces.Wire;
using ControlPlane.Grains.Regions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace ControlPlane.Grains;

/// <summary>
/// Hosts the <see cref="SiteStand"/> of a data centre. Runs end by themselves when their time has come, or when the site's agent says so; what became of jobs is reported to their homes until
/// these have acknowledged it, and leases are renewed before they end.
/// </summary>
public sealed partial class DataCenterGrain : RegionalGrain<SiteStand>, IDataCenterGrain
{
    private bool[] _isReporting = [];
    private PublishedPolicy? _policy;
    private IGrainTimer? _alarm;
    private bool _hasNews = true;
    private TimeSpan _sinceReport;
    private int _index;

    private PublishedPolicy Rule
    {
        get
        {
            _policy!.Refresh(Region.Published);
            return _policy;
        }
    }

    /// <inheritdoc/>
    public async Task<SiteAnswerRecord> Tell(HomeMessageRecord message)
    {
        ArgumentNullException.ThrowIfNull(message);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)message.Home, (uint)_isReporting.Length, nameof(message));
        // What is taken here must come back without being called.
        await Wake();
        var told = message.ToFleet();
        var names = message.Assignments.Where(a => a.Name is not null).ToDictionary(a => new JobId(a.Item.Job.Id), a => a.Name!);
        return (await Perform(stand => stand.Answer(told, names, Rule, NowS))).ToWire();
    }

    /// <inheritdoc/>
    public Task<DeskAccountRecord> Account() => Perform(Account);

    /// <inheritdoc/>
    public Task Drain() => Do((desk, rule, nowS) => desk.Drain(rule, nowS));

    /// <inheritdoc/>
    public Task EndDrain() => Do((desk, rule, nowS) => desk.Resume(rule, nowS));

    /// <inheritdoc/>
    public Task Fail() => Do((desk, rule, nowS) => desk.Fail(rule, nowS));

    /// <inheritdoc/>
    public Task Recover() => Do((desk, rule, nowS) => desk.Recover(rule, nowS));

    /// <inheritdoc/>
    protected override SiteStand Create()
    {
        var model = Region.Model;
        _index = model.Sites.ToList().FindIndex(s => s.Name == Name);
        if (_index < 0)
            throw new InvalidOperationException($"The region '{Region.Name}' has no data centre '{Name}'; it has {string.Join(", ", model.Sites.Select(s => s.Name))}.");
        _isReporting = new bool[model.Ingresses.Count];
        return new SiteStand(_index, model, Region.AgentLeaseS, Log, Options.EventsKept);
    }

    /// <inheritdoc/>
    protected override Task OnLoaded(SiteStand entity, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(entity);
        entity.Recovered(NowS);
        var policies = ServiceProvider.GetRequiredService<IOptions<PolicyGrainOptions>>().Value;
        var limits = policies.Limits(ServiceProvider.GetRequiredService<TimeProvider>());
        _policy = new PublishedPolicy(Region.Model, Region.Published, this.GetPrimaryKeyString(), policies.Fallback, limits, policies.Catalog);
        var renewEvery = Region.Clock.Until(NowS + Region.Lease.LeaseS / 3);
        // At once: whatever time was lost while the grain was away is missing from its leases.
        this.RegisterGrainTimer(_ => Renew(), Interleaved(TimeSpan.Zero, renewEvery));
        this.RegisterGrainTimer(_ => ReportStatus(), Interleaved(TimeSpan.Zero, Options.ReportEvery));
        _alarm = this.RegisterGrainTimer(_ => Advance(), Interleaved(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan));
        OnCommitted(entity);
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    protected override void OnCommitted(SiteStand entity)
    {
        ArgumentNullException.ThrowIfNull(entity);
        _hasNews = true;
        SetAlarm(entity);
        for (var home = 0; home < _isReporting.Length; home++)
        {
            if (!_isReporting[home] && Next(entity, home) is { } reports)
                _ = Report(home, reports);
        }
    }

    private static GrainTimerCreationOptions Interleaved(TimeSpan due, TimeSpan period) => new(due, period) { Interleave = true };

    private static DeskAccountRecord Account(SiteDesk desk, double nowS)
    {
        var meters = desk.ReadMeters(nowS);
        HashSet<long> running = [];
        desk.VisitRuns(run => running.Add(run.Item.Job.Id.Value));
        return new DeskAccountRecord(
            desk.Status.ToWire(),
            desk.Started,
            desk.Finished,
            desk.Sessions.Sum(s => s.Reports),
            meters.RunningJ,
            meters.SleepingJ,
            [.. desk.TenantsById.Select(t => new TenantRecord(t.Job.Value, t.Tenant.Home, t.Tenant.Token, running.Contains(t.Job.Value)))]);
    }

    private DeskAccountRecord Account(SiteStand stand)
    {
        stand.Advance(Rule, NowS);
        return Account(stand.Desk, NowS);
    }

    private Task Do(Action<SiteDesk, IAllocationRule, double> operation) => Perform(stand =>
    {
        stand.Do(rule => operation(stand.Desk, rule, NowS), Rule, NowS);
        return true;
    });

    private Task Advance() => Perform(stand =>
    {
        stand.Advance(Rule, NowS);
        SetAlarm(stand);
        return true;
    });

    private void SetAlarm(SiteStand stand) => _alarm!.Change(Region.Clock.Until(stand.NextEventS), Timeout.InfiniteTimeSpan);

    // A home that hears nothing takes back even jobs that are done: those whose report is under way count too.
    private async Task Renew()
    {
        var sessions = await Perform(stand => stand.Desk.Sessions.Where(s => s.Tenants > 0 || s.Reports > 0).ToArray());
        await Task.WhenAll(sessions.Select(Renew));
    }

    private async Task Renew(SessionStatus session)
    {
        var endS = await Home(session.Home).Renew(_index, session.Epoch);
        await Perform(stand =>
        {
            if (endS is { } end)
                stand.Do(rule => stand.Desk.Renewed(session.Home, session.Epoch, end, rule, NowS), Rule, NowS);
            else
                stand.Do(rule => stand.Desk.Fenced(session.Home, session.Epoch, rule, NowS), Rule, NowS);
            SetAlarm(stand);
            return true;
        });
    }

    private async Task ReportStatus()
    {
        _sinceReport += Options.ReportEvery;
        if (!_hasNews && _sinceReport < Options.ReportAtLeastEvery)
            return;
        (_hasNews, _sinceReport) = (false, TimeSpan.Zero);
        var status = await Perform(stand =>
        {
            stand.Advance(Rule, NowS);
            return stand.Desk.Status.ToWire() with { LastRuns = [.. stand.Desk.LastRuns.Select(r => r.ToWire())] };
        });
        await GrainFactory.GetGrain<IFleetBoardGrain>(Region.Name).Report(status);
    }

    private Task Report(int home, Batch first) => SendAll(
        first,
        async batch =>
        {
            var through = await Home(home).Report(_index, batch.Reports);
            return await Perform(stand =>
            {
                stand.Acknowledge(home, through);
                return Next(stand, home);
            });
        },
        () => Perform(stand => Next(stand, home)));

    private Batch? Next(SiteStand stand, int home)
    {
        ImmutableArray<SiteReportRecord> reports = [.. stand.Reports(home, Options.MostPerMessage).Select(r => r.Report.ToWire(r.Failure))];
        _isReporting[home] = reports.Length > 0;
        return _isReporting[home] ? new Batch(reports) : null;
    }

    private IIngressGrain Home(int home) => GrainFactory.GetGrain<IIngressGrain>(GrainKeys.Ingress(Region.Name, Region.Model.Ingresses[home]));

    private sealed record Batch(ImmutableArray<SiteReportRecord> Reports);
}
