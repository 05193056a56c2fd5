using System.Collections.Immutable;
using ControlPlane.Fleet.Control.Node;
using ControlPlane.Fleet.Control.Policies;
using ControlPlane.Fleet.Control.Regions;
using ControlPlane.Fleet.Decisions;
using ControlPlane.Fleet.Jobs;
using ControlPlane.Fleet.Protocol;
using ControlPlane.Grains.Decisions;
using ControlPlane.Grains.Interfaces;
using ControlPlane.Grains.Interfaces.Mapping;
using ControlPlane.Grains.Interfaces.Wire;
using ControlPlane.Grains.Regions;

namespace ControlPlane.Grains;

/// <summary>
/// Hosts the <see cref="JobBook"/> of an ingress. It asks a policy worker where jobs go, makes that durable, answers, and then tells the sites until they have
/// answered. One message a site is under way at a time; what piles up meanwhile travels in the next one.
/// </summary>
public sealed partial class IngressGrain : RegionalGrain<JobBook>, IIngressGrain
{
    private bool[] _isTelling = [];
    private bool _isPlacing;
    private int _index;
    private long _looks;

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
        var outcomes = await Perform(book => valid.Zip(placements, (job, placement) => book.Home.Submit(job.ToFleet(), placement, nowS)).ToArray());
        var next = 0;
        return [.. isValid.Select(v => v ? (SubmitCode)outcomes[next++] : SubmitCode.Invalid)];
    }

    /// <inheritdoc/>
    public async Task<CancelCode> Cancel(long job) => (CancelCode)await Perform(book => book.Home.Cancel(new JobId(job), NowS));

    /// <inheritdoc/>
    public Task<ImmutableArray<JobStateRecord>> Find(ImmutableArray<long> jobs) =>
        Perform(book => jobs.Select(id => Find(book.Home, new JobId(id))).ToImmutableArray());

    /// <inheritdoc/>
    public Task<IngressAccountRecord> Account() => Perform(book => book.Home.Counts.ToWire());

    /// <inheritdoc/>
    public async Task<long> Report(int site, ImmutableArray<SiteReportRecord> reports)
    {
        (SiteReport Report, string? Failure)[] taken = [.. reports.Select(r => (r.ToFleet(), r.Failure))];
        await Perform(book => taken.Count(r => book.Take(site, r.Report, r.Failure, NowS)));
        return taken.Length > 0 ? taken[^1].Report.Number : 0;
    }

    /// <inheritdoc/>
    public Task<double?> Renew(int site, long epoch) => Perform(book => book.Home.Renew(site, epoch, NowS));

    /// <inheritdoc/>
    protected override JobBook Create()
    {
        _index = Region.Model.Ingresses.ToList().IndexOf(Name);
        if (_index < 0)
            throw new InvalidOperationException($"The region '{Region.Name}' has no ingress '{Name}'; it has {string.Join(", ", Region.Model.Ingresses)}.");
        _isTelling = new bool[Region.Model.SiteCount];
        return new JobBook(_index, Region.Model, Region.Lease, Log, new BookSettings(Options.IngressCapacity, Options.JobsRemembered, Options.EventsKept, Options.MostAttempts), Region.Clock.SecondsOf);
    }

    /// <inheritdoc/>
    protected override Task OnLoaded(JobBook entity, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(entity);
        entity.Home.Recovered(NowS);
        this.RegisterGrainTimer(_ => Look(), new GrainTimerCreationOptions(TimeSpan.Zero, Options.LookEvery) { Interleave = true });
        OnCommitted(entity);
        return Task.CompletedTask;
    }

    // Here and nowhere else a message begins its way: inside an operation, what others of its batch did is not durable yet.
    /// <inheritdoc/>
    protected override void OnCommitted(JobBook entity)
    {
        ArgumentNullException.ThrowIfNull(entity);
        for (var site = 0; site < _isTelling.Length; site++)
        {
            if (!_isTelling[site] && entity.Home.HasMessage(site))
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
        job.Id is > 0 and < JobBook.FirstNumber
        && job.SizeUnits is > 0 and <= JobHome.MostUnits
        && job.Priority is >= 0 and <= Job.MostPriority
        && job.DeadlineS > double.NegativeInfinity
        && (job.Constraint is null || IsValid(job.Constraint));

    private bool IsValid(SiteSetRecord constraint) =>
        constraint.SiteCount == Region.Model.SiteCount && constraint.Members.All(m => m >= 0 && m < constraint.SiteCount);

    /// <summary>Asks a worker. Jobs that nobody can decide on now are held: they are accepted all the same.</summary>
    private async Task<Placement[]> Decide(ImmutableArray<JobRecord> jobs, double nowS, ImmutableArray<SiteSetRecord?> preferred = default, ImmutableArray<double> places = default)
    {
        if (jobs.IsEmpty)
            return [];
        try
        {
            var reply = await Worker.Decide(new DecisionRequest(jobs, nowS, preferred, places));
            return [.. reply.Placements.Select(p => p.ToFleet())];
        }
        catch (Exception error) when (error is OrleansException or TimeoutException)
        {
            return [.. jobs.Select(_ => Placement.Hold)];
        }
    }

    private async Task Look()
    {
        var (held, silent) = await Perform(book =>
        {
            book.ExpireLeases(NowS);
            return (Held(book), book.Home.SilentSites(NowS).ToArray());
        });
        // A site that should have renewed is perhaps on a silo that was lost: a call brings it back before its lease ends. Nobody waits for it: it may take a time-out.
        foreach (var site in silent)
            Site(site).Wake().Ignore();
        if (held.Count > 0)
            await PlaceHeld(held);
    }

    private List<(Job Job, SiteSet? Preferred, double Place)> Held(JobBook book)
    {
        if (_isPlacing)
            return [];
        return [.. book.Held(Options.MostPerMessage, _looks++).Select(j => book.SubmissionOf(j.Id) is { } submission
            ? (j, SubmissionRules.Preferred(submission, Region.Model), CanaryShare.Of(submission.Id))
            : (j, null, PublishedPolicy.PlaceOf(j)))];
    }

    private async Task PlaceHeld(List<(Job Job, SiteSet? Preferred, double Place)> held)
    {
        _isPlacing = true;
        try
        {
            var nowS = NowS;
            var placements = await Decide([.. held.Select(j => j.Job.ToWire())], nowS, [.. held.Select(j => j.Preferred?.ToWire())], [.. held.Select(j => j.Place)]);
            await Perform(book => held.Zip(placements, (job, placement) => book.Place(job.Job.Id, placement, nowS)).Count(placed => placed));
        }
        finally
        {
            _isPlacing = false;
        }
    }

    private Task Tell(int site, Letter? first) => SendAll(
        first,
        async letter =>
        {
            var answer = (await Site(site).Tell(letter.Record)).ToFleet();
            return await Perform(book =>
            {
                book.Settle(site, letter.Message, answer, NowS);
                return Next(book, site);
            });
        },
        () => Perform(book => Next(book, site)));

    private Letter? Next(JobBook book, int site)
    {
        var message = book.Home.Compose(site, Options.MostPerMessage, NowS);
        _isTelling[site] = message is not null;
        return message is null ? null : new Letter(message, message.ToWire(book.NameOf));
    }

    private IDataCenterGrain Site(int site) =>
        GrainFactory.GetGrain<IDataCenterGrain>(GrainKeys.Site(Region.Name, Region.Model.Sites[site].Name));

    /// <summary>A message with the ids of its jobs as they were when it was made.</summary>
    private sealed record Letter(HomeMessage Message, HomeMessageRecord Record);
}
