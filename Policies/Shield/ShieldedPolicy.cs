using ControlPlane.Fleet.Decisions;
using ControlPlane.Fleet.Hardware;
using ControlPlane.Fleet.Jobs;
using ControlPlane.Fleet.Randomness;
using ControlPlane.Fleet.Sites;
using ControlPlane.Policies.Catalog;

namespace ControlPlane.Policies.Shield;

/// <summary>
/// A policy behind a shield: every decision is checked before it takes effect, and one that is infeasible, not a number, late, stale or an exception is
/// replaced by the fall-back's, counted and explained. Nothing that the policy does reaches the host as an exception. A sound decision passes unchanged and
/// allocates nothing. Not guarded against: a call that never returns, stack overflow, and tampering with the view.
/// </summary>
public sealed class ShieldedPolicy : IPlacementPolicy
{
    private readonly FleetView _view;
    private readonly IPlacementPolicy _policy;
    private readonly IScoredPolicy? _scored;
    private readonly FallbackRule _fallback;
    private readonly ShieldChecks _checks;
    private readonly bool _limitsMore;
    private readonly LateBreaker? _breaker;
    private readonly ShieldOptions _options;
    private Intervention? _intervention;

    /// <summary>Puts a policy behind a shield.</summary>
    /// <param name="view">The view it decides on; from now on its listeners cannot fail those who report.</param>
    /// <param name="policy">The policy.</param>
    /// <param name="fallback">Makes the fall-back; called when it is needed first.</param>
    /// <param name="options">The limits.</param>
    /// <exception cref="ArgumentException">A limit is out of range, or there is a budget and no clock.</exception>
    public ShieldedPolicy(FleetView view, IPlacementPolicy policy, Func<IPlacementPolicy> fallback, ShieldOptions options)
    {
        ArgumentNullException.ThrowIfNull(view);
        ArgumentNullException.ThrowIfNull(policy);
        ArgumentNullException.ThrowIfNull(fallback);
        ArgumentNullException.ThrowIfNull(options);
        options.Require();
        (_view, _policy, _options) = (view, policy, options);
        _checks = new ShieldChecks(view.Model);
        _scored = policy as IScoredPolicy;
        _fallback = new FallbackRule(view.Model, _checks, fallback);
        _breaker = options.IsTimed ? new LateBreaker(options) : null;
        _limitsMore = _scored is not null || double.IsFinite(options.MostReportAgeS) || double.IsFinite(options.MostSnapshotAgeS);
        Log = new ShieldLog(options.LogCapacity);
        view.ListenerFailed = (_, error) => Caught(ShieldStage.Update, view.NowS, default, Refusal.Of(error));
        ReplacesOnFinish = AsksToReplace();
    }

    /// <summary>The fall-back where nobody configures one: the least loaded site and one GPU.</summary>
    public static PolicySpec DefaultFallback { get; } = new("least-loaded", new Dictionary<string, string> { ["gpus"] = "1" });

    /// <summary>What the shield did.</summary>
    public ShieldLog Log { get; }

    /// <summary>When what the policy itself knows (weights, a plan, a publication) was made or last confirmed, seconds of the view's time.</summary>
    public double SnapshotS { get; set; } = double.PositiveInfinity;

    /// <inheritdoc/>
    public bool ReplacesOnFinish { get; }

    /// <inheritdoc/>
    public string? Replaced => _intervention is { } last ? InterventionText.Of(last.Refusal) : null;

    /// <summary>Puts a policy behind a shield with a fall-back from the catalogue.</summary>
    /// <param name="policy">The policy.</param>
    /// <param name="fallback">The fall-back.</param>
    /// <param name="context">What the policy was made with. The fall-back gets the same view and known loads.</param>
    /// <param name="random">The fall-back's own stream.</param>
    /// <param name="options">The limits; null for the default ones.</param>
    /// <exception cref="ArgumentException">The fall-back or one of its settings is unknown, or a limit is out of range.</exception>
    public static ShieldedPolicy Around(
        IPlacementPolicy policy, PolicySpec fallback, PolicyContext context, IRandomStream random, ShieldOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(context);
        PolicyCatalog.Check(fallback);
        // Never the shared stream: an intervention must not change what the workload draws.
        var own = context with { Random = random, Shared = null };
        return new ShieldedPolicy(context.View, policy, () => PolicyCatalog.Create(fallback, own), options ?? new ShieldOptions());
    }

    /// <inheritdoc/>
    public Placement Place(in Job job, FleetView view)
    {
        ArgumentNullException.ThrowIfNull(view);
        _intervention = null;
        if (_breaker?.TryBegin() == false)
            return Replace(job, view, null, new Refusal(ShieldReason.Benched));
        Placement said;
        try
        {
            said = _policy.Place(job, view);
        }
        catch (Exception error)
        {
            _breaker?.TryEnd(out _);
            return Replace(job, view, null, Refusal.Of(error));
        }

        if (_breaker is not null && !_breaker.TryEnd(out var tookS))
            return Replace(job, view, said, TooLate(tookS));
        return !_limitsMore && _checks.Keeps(job, view, said) ? said : Review(job, view, said, view.NowS);
    }

    /// <summary>
    /// Checks a placement that the policy took elsewhere, as live hosts do that decide off the turn on a copy of the view, and replaces it if need be.
    /// </summary>
    /// <param name="job">The job.</param>
    /// <param name="view">What is known now.</param>
    /// <param name="said">The placement.</param>
    /// <param name="decidedS">The time of the view it was taken on, seconds.</param>
    /// <returns>The placement that may take effect.</returns>
    public Placement Review(in Job job, FleetView view, in Placement said, double decidedS)
    {
        ArgumentNullException.ThrowIfNull(view);
        var refusal = Judge(job, view, said, decidedS);
        return refusal.IsNone ? said : Replace(job, view, said, refusal);
    }

    /// <inheritdoc/>
    public Allocation Allocate(in WorkItem item, in SiteStatus site)
    {
        _intervention = null;
        if (_breaker?.TryBegin() == false)
            return Replace(item, site, null, new Refusal(ShieldReason.Benched));
        Allocation said;
        try
        {
            said = _policy.Allocate(item, site);
        }
        catch (Exception error)
        {
            _breaker?.TryEnd(out _);
            return Replace(item, site, null, Refusal.Of(error));
        }

        if (_breaker is not null && !_breaker.TryEnd(out var tookS))
            return Replace(item, site, said, TooLate(tookS));
        if (!_limitsMore && _checks.Keeps(site, said))
            return said;
        var refusal = _checks.Check(site, said);
        if (refusal.IsNone)
            refusal = JudgeSource(site.ReportedS);
        return refusal.IsNone ? said : Replace(item, site, said, refusal);
    }

    /// <inheritdoc/>
    public void Completed(in Run run, int site, double nowS)
    {
        try
        {
            _policy.Completed(run, site, nowS);
        }
        catch (Exception error)
        {
            Caught(ShieldStage.Feedback, nowS, run.Item.Job.Id, Refusal.Of(error));
        }

        try
        {
            _fallback.Completed(run, site, nowS);
        }
        catch (Exception error)
        {
            Caught(ShieldStage.Feedback, nowS, run.Item.Job.Id, Refusal.Of(error));
        }
    }

    /// <summary>How every option of a decision scores now, with the mask as it really is and what the shield did about the job before. Never throws.</summary>
    /// <param name="job">The job.</param>
    /// <param name="view">What is known of the fleet now.</param>
    public Explanation Explain(in Job job, FleetView view)
    {
        ArgumentNullException.ThrowIfNull(view);
        try
        {
            var sound = ShieldedExplanation.Of(_policy.Explain(job, view), job, view, out var notNumbers);
            if (notNumbers > 0)
                Caught(ShieldStage.Explanation, view.NowS, job.Id, new Refusal(ShieldReason.NotANumber, Detail: $"{notNumbers} scores are not numbers"));
            return ShieldedExplanation.WithHistory(sound, job.Id, Log);
        }
        catch (Exception error)
        {
            var refusal = Refusal.Of(error);
            Caught(ShieldStage.Explanation, view.NowS, job.Id, refusal);
            return ShieldedExplanation.WithHistory(ShieldedExplanation.Failed(refusal, job, view), job.Id, Log);
        }
    }

    /// <inheritdoc/>
    public int Rank(in Job job, FleetView view, Span<RankedOption> best)
    {
        ArgumentNullException.ThrowIfNull(view);
        try
        {
            return _policy.Rank(job, view, best);
        }
        catch (Exception error)
        {
            Caught(ShieldStage.Explanation, view.NowS, job.Id, Refusal.Of(error));
            return 0;
        }
    }

    private Refusal Judge(in Job job, FleetView view, in Placement said, double decidedS)
    {
        var refusal = _checks.Check(job, view, said);
        if (!refusal.IsNone)
            return refusal;
        refusal = JudgeSource(view.NowS);
        return refusal.IsNone && !said.IsHold ? JudgeAge(view, said.Site, decidedS) : refusal;
    }

    // What the decision rests on besides the reports.
    private Refusal JudgeSource(double nowS)
    {
        if (_scored is not null && double.IsNaN(_scored.DecisionScore))
            return new Refusal(ShieldReason.NotANumber, Detail: "the score of the decision is not a number");
        return nowS - SnapshotS > _options.MostSnapshotAgeS
            ? new Refusal(ShieldReason.Stale, Detail: $"the policy's snapshot is {nowS - SnapshotS:0.###} s old")
            : default;
    }

    private Refusal JudgeAge(FleetView view, int site, double decidedS)
    {
        var knownS = Math.Min(decidedS, view.Sites[site].ReportedS);
        return view.NowS - knownS > _options.MostReportAgeS
            ? new Refusal(ShieldReason.Stale, Detail: $"it rests on what was known {view.NowS - knownS:0.###} s ago")
            : default;
    }

    private Refusal TooLate(double tookS) =>
        new(ShieldReason.Late, Detail: $"it took {tookS * 1e3:0.###} ms of {_options.BudgetS * 1e3:0.###} ms");

    private Placement Replace(in Job job, FleetView view, Placement? said, in Refusal refusal)
    {
        var instead = _fallback.Place(job, view, out var failure);
        Log.Add(_intervention = new Intervention(view.NowS, job.Id, ShieldStage.Placement, refusal, said, instead, failure));
        return instead;
    }

    private Allocation Replace(in WorkItem item, in SiteStatus site, Allocation? said, in Refusal refusal)
    {
        var instead = _fallback.Allocate(item, site, out var failure);
        Placement? asked = said is { } allocation ? new Placement(site.Site, allocation) : null;
        Log.Add(_intervention = new Intervention(site.ReportedS, item.Job.Id, ShieldStage.Allocation, refusal, asked, new Placement(site.Site, instead), failure));
        return instead;
    }

    private void Caught(ShieldStage stage, double nowS, JobId job, in Refusal refusal) =>
        Log.Add(new Intervention(nowS, job, stage, refusal, null, null));

    private bool AsksToReplace()
    {
        try
        {
            return _policy.ReplacesOnFinish;
        }
        catch (Exception error)
        {
            Caught(ShieldStage.Feedback, _view.NowS, default, Refusal.Of(error));
            return false;
        }
    }
}
