using System.Collections.Immutable;
using ControlPlane.Fleet.Decisions;
using ControlPlane.Fleet.Jobs;
using ControlPlane.Fleet.Protocol;
using ControlPlane.Grains.Interfaces;
using ControlPlane.Grains.Interfaces.Mapping;
using ControlPlane.Grains.Interfaces.Wire;
using ControlPlane.Grains.Regions;

namespace ControlPlane.Grains;

/// <summary>
/// Hosts the <see cref="JobHome"/> of an ingress. It asks a policy worker where jobs go, makes that durable, answers, and then tells the sites until they have
/// answered. One message a site is under way at a time; what piles up meanwhile travels in the next one.
/// </summary>
public sealed class IngressGrain : RegionalGrain<JobHome>, IIngressGrain
{
    private bool[] _isTelling = [];
    private bool _isPlacing;
    private int _index;
    private Job? _lastLookedAt;

    private IPolicyGrain Worker => GrainFactory.GetGrain<IPolicyGrain>(Region.Name);

    /// <inheritdoc/>
    public async Task<ImmutableArray<SubmitCode>> Submit(ImmutableArray<JobRequest> jobs)
    {
        // What is acknowledged here must come back without being called.
        await Wake();
        var nowS = NowS;
        bool[] isValid = [.. jobs.Select(IsValid)];
        var valid = jobs.Where((_, i) => isValid[i]).Select(j => new JobRecord(j.Id, _index, j.SizeUnits, nowS, j.Constraint, j.Priority, j.DeadlineS)).ToImmutableArray();
        var placements = await Decide(valid, nowS);
        var outcomes = await Perform(home => valid.Zip(placements, (job, placement) => home.Submit(job.ToFleet(), placement, nowS)).ToArray());
        var next = 0;
        return [.. isValid.Select(v => v ? (SubmitCode)outcomes[next++] : SubmitCode.Invalid)];
    }

    /// <inheritdoc/>
    public async Task<CancelCode> Cancel(long job) => (CancelCode)await Perform(home => home.Cancel(new JobId(job), NowS));

    /// <inheritdoc/>
    public Task<ImmutableArray<JobStateRecord>> Find(ImmutableArray<long> jobs) =>
        Perform(home => jobs.Select(id => Find(home, new JobId(id))).ToImmutableArray());

    /// <inheritdoc/>
    public Task<IngressAccountRecord> Account() => Perform(home => home.Counts.ToWire());

    /// <inheritdoc/>
    public async Task<long> Report(int site, ImmutableArray<SiteReportRecord> reports)
    {
        SiteReport[] taken = [.. reports.Select(r => r.ToFleet())];
        await Perform(home => taken.Count(r => home.Take(site, r, NowS)));
        return taken.Length > 0 ? taken[^1].Number : 0;
    }

    /// <inheritdoc/>
    public Task<double?> Renew(int site, long epoch) => Perform(home => home.Renew(site, epoch, NowS));

    /// <inheritdoc/>
    protected override JobHome Create()
    {
        _index = Region.Model.Ingresses.ToList().IndexOf(Name);
        if (_index < 0)
            throw new InvalidOperationException($"The region '{Region.Name}' has no ingress '{Name}'; it has {string.Join(", ", Region.Model.Ingresses)}.");
        _isTelling = new bool[Region.Model.SiteCount];
        return new JobHome(_index, Region.Model, Region.Lease, Log, Options.IngressCapacity, Options.JobsRemembered);
    }

    /// <inheritdoc/>
    protected override Task OnLoaded(JobHome entity, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(entity);
        entity.Recovered(NowS);
        this.RegisterGrainTimer(_ => Look(), new GrainTimerCreationOptions(TimeSpan.Zero, Options.LookEvery) { Interleave = true });
        OnCommitted(entity);
        return Task.CompletedTask;
    }

    // Here and nowhere else a message begins its way: inside an operation, what others of its batch did is not durable yet.
    /// <inheritdoc/>
    protected override void OnCommitted(JobHome entity)
    {
        ArgumentNullException.ThrowIfNull(entity);
        for (var site = 0; site < _isTelling.Length; site++)
        {
            if (!_isTelling[site] && entity.HasMessage(site))
                _ = Tell(site, Next(entity, site));
        }
    }

    private static JobStateRecord Find(JobHome home, JobId id)
    {
        if (home.TryFind(id, out var phase, out var site, out var token))
            return new JobStateRecord(id.Value, phase.ToWire(), site, token, double.NaN);
        return home.TryFindEnded(id, out var ended)
            ? new JobStateRecord(id.Value, ended.Phase.ToWire(), ended.Site, 0, ended.EndedS)
            : new JobStateRecord(id.Value, JobStateCode.Unknown, -1, 0, double.NaN);
    }

    private bool IsValid(JobRequest job) =>
        job.Id > 0
        && job.SizeUnits is > 0 and <= JobHome.MostUnits
        && job.Priority is >= 0 and <= Job.MostPriority
        && job.DeadlineS > double.NegativeInfinity
        && (job.Constraint is null || IsValid(job.Constraint));

    private bool IsValid(SiteSetRecord constraint) =>
        constraint.SiteCount == Region.Model.SiteCount && constraint.Members.All(m => m >= 0 && m < constraint.SiteCount);

    /// <summary>Asks a worker. Jobs that nobody can decide on now are held: they are accepted all the same.</summary>
    private async Task<Placement[]> Decide(ImmutableArray<JobRecord> jobs, double nowS)
    {
        if (jobs.IsEmpty)
            return [];
        try
        {
            var reply = await Worker.Decide(new DecisionRequest(jobs, nowS));
            return [.. reply.Placements.Select(p => p.ToFleet())];
        }
        catch (Exception error) when (error is OrleansException or TimeoutException)
        {
            return [.. jobs.Select(_ => Placement.Hold)];
        }
    }

    private async Task Look()
    {
        var (held, silent) = await Perform(home =>
        {
            home.ExpireLeases(NowS);
            return (Held(home), home.SilentSites(NowS).ToArray());
        });
        // A site that should have renewed is perhaps on a silo that was lost: a call brings it back before its lease ends. Nobody waits for it: it may take a time-out.
        foreach (var site in silent)
            Site(site).Wake().Ignore();
        if (held.Count > 0)
            await PlaceHeld(held);
    }

    // Round and round: jobs that wait for a lost site must not hold up those behind them.
    private List<Job> Held(JobHome home)
    {
        List<Job> held = [];
        if (_isPlacing)
            return held;
        home.CollectHeld(_lastLookedAt, held, Options.MostPerMessage);
        _lastLookedAt = held.Count == Options.MostPerMessage ? held[^1] : null;
        return held;
    }

    private async Task PlaceHeld(List<Job> held)
    {
        _isPlacing = true;
        try
        {
            var nowS = NowS;
            var placements = await Decide([.. held.Select(j => j.ToWire())], nowS);
            await Perform(home => held.Zip(placements, (job, placement) => home.Place(job.Id, placement, nowS)).Count(placed => placed));
        }
        finally
        {
            _isPlacing = false;
        }
    }

    private Task Tell(int site, HomeMessage? first) => SendAll(
        first,
        async message =>
        {
            var answer = (await Site(site).Tell(message.ToWire())).ToFleet();
            return await Perform(home =>
            {
                home.Settle(site, message, answer, NowS);
                return Next(home, site);
            });
        },
        () => Perform(home => Next(home, site)));

    private HomeMessage? Next(JobHome home, int site)
    {
        var message = home.Compose(site, Options.MostPerMessage, NowS);
        _isTelling[site] = message is not null;
        return message;
    }

    private IDataCenterGrain Site(int site) =>
        GrainFactory.GetGrain<IDataCenterGrain>(GrainKeys.Site(Region.Name, Region.Model.Sites[site].Name));
}
