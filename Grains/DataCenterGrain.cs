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
/// Hosts the <see cref="SiteDesk"/> of a data centre. Runs end by themselves when their time has come; what became of jobs is reported to their homes until
/// these have acknowledged it, and leases are renewed before they end.
/// </summary>
public sealed class DataCenterGrain : RegionalGrain<SiteDesk>, IDataCenterGrain
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
        return (await Perform(desk => desk.Answer(told, Rule, NowS))).ToWire();
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
    protected override SiteDesk Create()
    {
        var model = Region.Model;
        _index = model.Sites.ToList().FindIndex(s => s.Name == Name);
        if (_index < 0)
            throw new InvalidOperationException($"The region '{Region.Name}' has no data centre '{Name}'; it has {string.Join(", ", model.Sites.Select(s => s.Name))}.");
        _isReporting = new bool[model.Ingresses.Count];
        return new SiteDesk(new DataCenter(_index, model.Sites[_index], model.Tables[_index]), model.Ingresses.Count, Log);
    }

    /// <inheritdoc/>
    protected override Task OnLoaded(SiteDesk entity, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(entity);
        var policies = ServiceProvider.GetRequiredService<IOptions<PolicyGrainOptions>>().Value;
        var limits = policies.Limits(ServiceProvider.GetRequiredService<TimeProvider>());
        _policy = new PublishedPolicy(Region.Model, Region.Published, this.GetPrimaryKeyString(), policies.Fallback, limits);
        var renewEvery = Region.Clock.Until(NowS + Region.Lease.LeaseS / 3);
        // At once: whatever time was lost while the grain was away is missing from its leases.
        this.RegisterGrainTimer(_ => Renew(), Interleaved(TimeSpan.Zero, renewEvery));
        this.RegisterGrainTimer(_ => ReportStatus(), Interleaved(TimeSpan.Zero, Options.ReportEvery));
        _alarm = this.RegisterGrainTimer(_ => Advance(), Interleaved(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan));
        OnCommitted(entity);
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    protected override void OnCommitted(SiteDesk entity)
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

    private DeskAccountRecord Account(SiteDesk desk)
    {
        desk.Advance(Rule, NowS);
        return Account(desk, NowS);
    }

    private Task Do(Action<SiteDesk, PublishedPolicy, double> operation) => Perform(desk =>
    {
        operation(desk, Rule, NowS);
        return true;
    });

    private Task Advance() => Perform(desk =>
    {
        desk.Advance(Rule, NowS);
        SetAlarm(desk);
        return true;
    });

    private void SetAlarm(SiteDesk desk) => _alarm!.Change(Region.Clock.Until(desk.NextEventS), Timeout.InfiniteTimeSpan);

    // A home that hears nothing takes back even jobs that are done: those whose report is under way count too.
    private async Task Renew()
    {
        var sessions = await Perform(desk => desk.Sessions.Where(s => s.Tenants > 0 || s.Reports > 0).ToArray());
        await Task.WhenAll(sessions.Select(Renew));
    }

    private async Task Renew(SessionStatus session)
    {
        var endS = await Home(session.Home).Renew(_index, session.Epoch);
        await Perform(desk =>
        {
            if (endS is { } end)
                desk.Renewed(session.Home, session.Epoch, end, Rule, NowS);
            else
                desk.Fenced(session.Home, session.Epoch, Rule, NowS);
            SetAlarm(desk);
            return true;
        });
    }

    private async Task ReportStatus()
    {
        _sinceReport += Options.ReportEvery;
        if (!_hasNews && _sinceReport < Options.ReportAtLeastEvery)
            return;
        (_hasNews, _sinceReport) = (false, TimeSpan.Zero);
        var status = await Perform(desk =>
        {
            desk.Advance(Rule, NowS);
            return desk.Status;
        });
        await GrainFactory.GetGrain<IFleetBoardGrain>(Region.Name).Report(status.ToWire());
    }

    private Task Report(int home, SiteReport[] first) => SendAll(
        first,
        async reports =>
        {
            var through = await Home(home).Report(_index, [.. reports.Select(r => r.ToWire())]);
            return await Perform(desk =>
            {
                desk.Acknowledge(home, through);
                return Next(desk, home);
            });
        },
        () => Perform(desk => Next(desk, home)));

    private SiteReport[]? Next(SiteDesk desk, int home)
    {
        SiteReport[] reports = [.. desk.Reports(home, Options.MostPerMessage)];
        _isReporting[home] = reports.Length > 0;
        return _isReporting[home] ? reports : null;
    }

    private IIngressGrain Home(int home) => GrainFactory.GetGrain<IIngressGrain>(GrainKeys.Ingress(Region.Name, Region.Model.Ingresses[home]));
}
