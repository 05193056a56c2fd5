using System.Collections.Immutable;
using ControlPlane.Fleet.Jobs;
using ControlPlane.Grains.Interfaces;
using ControlPlane.Grains.Interfaces.Mapping;
using ControlPlane.Grains.Interfaces.Wire;
using ControlPlane.Grains.Training;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Orleans.Concurrency;

namespace ControlPlane.Grains.Decisions;

/// <summary>
/// Decides with a snapshot: the published policy and the reports of the fleet board, both brought up to date by timers beside the decisions. A decision calls
/// no other grain; only the first one of an activation waits for the snapshot. A refresh that fails leaves the snapshot as it is. A decision takes microseconds,
/// so that a few activations a silo serve any load; they are kept when idle because a new one would have to load first.
/// </summary>
/// <param name="options">How fresh the snapshot is kept.</param>
/// <param name="training">Whether a trainer is told of the decisions.</param>
/// <param name="time">Measures decisions.</param>
/// <param name="log">Told about refreshes that fail.</param>
[StatelessWorker(MostPerSilo, removeIdleWorkers: false)]
public sealed class PolicyGrain(IOptions<PolicyGrainOptions> options, IOptions<RegionTrainerOptions> training, TimeProvider time, ILogger<PolicyGrain> log)
    : Grain, IPolicyGrain
{
    private const int MostPerSilo = 4;
    private readonly HashSet<string> _failing = [];
    private PublishedPolicy? _policy;
    private SeenDecisions? _seen;
    private BoardPositionRecord _board;
    private bool _isConfirmed;

    private string Region => this.GetPrimaryKeyString();

    private string Worker => GrainContext.ActivationId.ToString();

    private ICoordinatorGrain Coordinator => GrainFactory.GetGrain<ICoordinatorGrain>(Region);

    private IFleetBoardGrain Board => GrainFactory.GetGrain<IFleetBoardGrain>(Region);

    /// <inheritdoc/>
    public async Task<DecisionReply> Decide(DecisionRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (!double.IsFinite(request.NowS))
            throw new ArgumentException($"The present is a number of seconds, not {request.NowS}.", nameof(request));
        var policy = _policy ?? await Load();
        // All jobs are checked before the first is placed: a batch is decided as a whole or not at all.
        Job[] jobs = [.. request.Jobs.Select(j => j.ToFleet())];
        foreach (ref readonly var job in jobs.AsSpan())
            policy.Require(job);
        var preferred = Preferred(request, policy);
        if (!request.Places.IsDefault && request.Places.Length != jobs.Length)
            throw new ArgumentException($"The places of {jobs.Length} jobs are one a job, not {request.Places.Length}.", nameof(request));
        if (_isConfirmed)
            policy.Confirm(request.NowS);
        _isConfirmed = false;
        var placements = ImmutableArray.CreateBuilder<PlacementRecord>(jobs.Length);
        for (var i = 0; i < jobs.Length; i++)
        {
            var placement = policy.Place(jobs[i], preferred[i], request.NowS, PlaceOf(request, i));
            _seen?.Add(jobs[i], preferred[i], request.NowS, placement);
            placements.Add(placement.ToWire());
        }

        return new DecisionReply(placements.MoveToImmutable(), policy.Publication, policy.Version, _board, Worker);
    }

    /// <inheritdoc/>
    public async Task<ExplanationReply> Explain(JobRecord job, double nowS, double? place = null)
    {
        var policy = _policy ?? await Load();
        var asked = job.ToFleet();
        policy.Require(asked);
        var explanation = policy.Explain(asked, nowS, place ?? PublishedPolicy.PlaceOf(asked), out var decider);
        return new ExplanationReply(
            decider.Policy,
            decider.Version,
            explanation.Rule,
            explanation.ScoreName,
            [.. explanation.Options.Select(o => new ScoredOptionRecord(o.Site, o.Allocation.ToWire(), o.Score, o.Mask == Fleet.Decisions.MaskReason.None ? null : o.Mask.ToString()))],
            decider.IsCanary);
    }

    /// <inheritdoc/>
    public override Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken)
    {
        _policy?.EndShadow();
        return base.OnDeactivateAsync(reason, cancellationToken);
    }

    private static double? PlaceOf(DecisionRequest request, int job) => request.Places.IsDefault ? null : request.Places[job];

    private static SiteSet?[] Preferred(DecisionRequest request, PublishedPolicy policy)
    {
        if (request.Preferred.IsDefault)
            return new SiteSet?[request.Jobs.Length];
        if (request.Preferred.Length != request.Jobs.Length || request.Preferred.Any(s => s is not null && s.SiteCount != policy.SiteCount))
            throw new ArgumentException($"The preferred sites of {request.Jobs.Length} jobs are one set or null a job, of {policy.SiteCount} sites.", nameof(request));
        return [.. request.Preferred.Select(s => s?.ToFleet())];
    }

    private async Task<PublishedPolicy> Load()
    {
        var published = await (await Coordinator.Current(0, withFleet: true))!.WithModels(Coordinator, withShadow: true);
        // The shortest paths of a wide fleet take a while: not in a turn.
        var model = await Task.Run(published.Fleet!.ToFleet);
        var policy = new PublishedPolicy(model, published, Worker, options.Value.Fallback, options.Value.Limits(time), options.Value.Catalog);
        policy.AskShadows(options.Value.Shadow, time);
        if (training.Value.Training is not null)
            _seen = new SeenDecisions(Worker, training.Value.MostTold);
        await FollowBoard(policy);
        (_policy, _isConfirmed) = (policy, true);
        Every(options.Value.BoardEvery, () => FollowBoard(policy), "fleet board");
        Every(options.Value.CoordinatorEvery, () => FollowCoordinator(policy), "coordinator");
        if (_seen is { } seen)
            Every(training.Value.TellEvery, () => Tell(seen), "trainer");
        return policy;
    }

    // One way: nothing comes back, and nothing waits for it.
    private Task Tell(SeenDecisions seen) => seen.Take() is { } told ? GrainFactory.GetGrain<ITrainerGrain>(Region).Tell(told) : Task.CompletedTask;

    private async Task FollowCoordinator(PublishedPolicy policy)
    {
        if (policy.Untold() is { IsEmpty: false } counts)
        {
            await Coordinator.Count(counts);
            // Not before: while the coordinator is away they wait.
            policy.Told(counts);
        }

        if (policy.UntoldOfShadow() is { } said)
        {
            await Coordinator.CountShadow(said);
            policy.Told(said);
        }

        if (await Coordinator.Current(policy.Publication, withFleet: false) is { } later)
            policy.Refresh(await later.WithModels(Coordinator, withShadow: true));
        _isConfirmed = true;
    }

    private async Task FollowBoard(PublishedPolicy policy)
    {
        // As often as the board: a shadow that stalls is given up here.
        policy.LookAtShadow();
        var board = Board;
        var changes = await board.Changes(_board.Number);
        // Another board: its numbers say nothing about what this worker has seen.
        if (changes.Position.Incarnation != _board.Incarnation)
            changes = await board.Changes(0);
        foreach (var status in changes.Statuses)
            Take(policy, status);
        _board = changes.Position;
    }

    private void Take(PublishedPolicy policy, SiteStatusRecord status)
    {
        if (status.Site < policy.SiteCount)
        {
            policy.Report(status.ToFleet());
            if (!status.LastRuns.IsDefaultOrEmpty)
                policy.Completed(status.Site, [.. status.LastRuns.Select(r => r.ToFleet())]);
            _seen?.Report(status);
        }
        else if (_failing.Add($"site {status.Site}"))
            log.LogWarning("A site with index {Site} reports in region {Region}, whose fleet has {Count}.", status.Site, Region, policy.SiteCount);
    }

    // Interleaved: decisions do not wait for an answer from elsewhere. Between awaits a turn is alone.
    private void Every(TimeSpan period, Func<Task> refresh, string source) =>
        this.RegisterGrainTimer(_ => Try(refresh, source), new GrainTimerCreationOptions(period, period) { Interleave = true });

    private async Task Try(Func<Task> refresh, string source)
    {
        try
        {
            await refresh();
            _failing.Remove(source);
        }
        catch (Exception error)
        {
            // Told once, not at every tick.
            if (_failing.Add(source))
                log.LogWarning(error, "A worker of region {Region} cannot reach its {Source} and decides with what it knows.", Region, source);
        }
    }
}
