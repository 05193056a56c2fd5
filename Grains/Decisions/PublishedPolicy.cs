using System.Collections.Immutable;
using System.Globalization;
using ControlPlane.Fleet;
using ControlPlane.Fleet.Control.Policies;
using ControlPlane.Fleet.Decisions;
using ControlPlane.Fleet.Hardware;
using ControlPlane.Fleet.Jobs;
using ControlPlane.Fleet.Sites;
using ControlPlane.Grains.Interfaces.Wire;
using ControlPlane.Policies;
using ControlPlane.Policies.Catalog;
using ControlPlane.Policies.Shield;

namespace ControlPlane.Grains.Decisions;

/// <summary>
/// A region's published policy as one grain holds it: an instance with a view of its own. Workers place jobs with it, data centres ask it as the rule at the
/// site. Every decision passes a shield. A later publication replaces the instance; what is known of the sites stays. One thread at a time.
/// </summary>
public sealed partial class PublishedPolicy : IAllocationRule
{
    private readonly FleetModel _model;
    private readonly string _holder;
    private readonly SentJobs[] _sent;
    private readonly bool[] _hasReported;
    private readonly PolicySpec _fallback;
    private readonly ShieldOptions _limits;
    private readonly IReadOnlyList<PolicyDescriptor> _catalog;
    private PublicationRecord _published;
    private FleetView _view;
    private ShieldedPolicy _policy;
    private (CanaryRecord Record, ShieldedPolicy Policy)? _canary;
    private VersionTally _counts;
    private VersionTally? _canaryCounts;

    /// <summary>Makes the policy. Until they report, sites are taken as empty and accepting, but as lost where they have agents: no agent, no site.</summary>
    /// <param name="model">The region's fleet.</param>
    /// <param name="published">The publication.</param>
    /// <param name="holder">Who holds it: different for each holder, so that each draws numbers of its own.</param>
    /// <param name="fallback">Decides where the policy's own decision cannot take effect; null for the default.</param>
    /// <param name="limits">The limits of the shield; null for no budget and no greatest age.</param>
    /// <param name="catalog">The policies that there are; null for the product's.</param>
    /// <exception cref="ArgumentException">This silo knows no such policy or fall-back.</exception>
    public PublishedPolicy(
        FleetModel model,
        PublicationRecord published,
        string holder,
        PolicySpec? fallback = null,
        ShieldOptions? limits = null,
        IReadOnlyList<PolicyDescriptor>? catalog = null)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(published);
        _model = model;
        _holder = holder;
        _sent = [.. model.Sites.Select(_ => new SentJobs())];
        _hasReported = new bool[model.SiteCount];
        _heardS = new double[model.SiteCount];
        Array.Fill(_heardS, double.NegativeInfinity);
        (_fallback, _limits, _catalog) = (fallback ?? ShieldedPolicy.DefaultFallback, limits ?? new ShieldOptions(), catalog ?? PolicyCatalog.All);
        _view = new FleetView(model);
        if (published.Terms is { AgentLeaseS: not null })
            Lose(_view);
        _policy = Make(published.Policy, published, _view);
        _counts = new VersionTally(published.Version);
        FollowCanary(published, MakeCanary(published, _view));
        _published = published;
    }

    /// <summary>The policy.</summary>
    public PolicyRecord Policy => _published.Policy;

    /// <summary>Number of the publication.</summary>
    public long Publication => _published.Publication;

    /// <summary>Version of the policy.</summary>
    public int Version => _published.Version;

    /// <summary>What the shield did about the present publication.</summary>
    public ShieldLog Shield => _policy.Log;

    /// <summary>Number of sites of the fleet.</summary>
    public int SiteCount => _model.SiteCount;

    /// <summary>Moves on to a later publication.</summary>
    /// <param name="published">The publication; an earlier one changes nothing.</param>
    /// <returns>Whether it was a later one.</returns>
    /// <exception cref="ArgumentException">This silo knows no such policy; the present one stays.</exception>
    public bool Refresh(PublicationRecord published)
    {
        ArgumentNullException.ThrowIfNull(published);
        if (published.Publication <= Publication)
            return false;
        if (IsSame(published))
        {
            _published = published;
            FollowShadow(published);
            return true;
        }

        // A view of its own: the instance that goes away listens to the old one.
        var view = Copy(_view);
        // All are made before one is in place: either the publication is followed as a whole or nothing changes.
        var (policy, canary) = (Make(published.Policy, published, view), MakeCanary(published, view));
        if (Version != published.Version)
            _counts = new VersionTally(published.Version);
        FollowCanary(published, canary);
        (_view, _policy, _published) = (view, policy, published);
        FollowShadow(published);
        return true;
    }

    /// <summary>A site's report arrives. One that is older than what is known of the site changes nothing.</summary>
    /// <param name="status">The report.</param>
    public void Report(in SiteStatus status)
    {
        var site = status.Site;
        if (_hasReported[site] && status.ReportedS < _view.Sites[site].ReportedS)
            return;
        _hasReported[site] = true;
        _view.Report(status);
        for (var covered = _sent[site].TakeCovered(status.ReportedS); covered > 0; covered--)
            _view.Arrived(site);
    }

    /// <summary>The publication is known to be the present one: its age counts from now.</summary>
    /// <param name="nowS">Present time in seconds.</param>
    public void Confirm(double nowS)
    {
        _policy.SnapshotS = nowS;
        if (_canary is { } canary)
            canary.Policy.SnapshotS = nowS;
    }

    /// <summary>Refuses a job that does not fit the fleet.</summary>
    /// <param name="job">The job.</param>
    /// <exception cref="ArgumentException">The fleet has no such ingress, or the job's constraint is for another fleet.</exception>
    public void Require(in Job job)
    {
        if (job.Ingress < 0 || job.Ingress >= _model.Ingresses.Count)
            throw new ArgumentException($"Job {job.Id} comes from ingress {job.Ingress}; the fleet has {_model.Ingresses.Count}, from 0.", nameof(job));
        if (job.Constraint is { } set && set.SiteCount != SiteCount)
            throw new ArgumentException($"Job {job.Id} is constrained to sites of a fleet of {set.SiteCount}; this one has {SiteCount}.", nameof(job));
    }

    /// <summary>Where a job without an id lies between 0 and 1: by its number.</summary>
    /// <param name="job">The job.</param>
    public static double PlaceOf(in Job job) => CanaryShare.Of(job.Id.Value.ToString(CultureInfo.InvariantCulture));

    /// <summary>Places a job, by the policy or else the fall-back, that is sent at once: it counts as on its way until a report of the site that is younger than the decision.</summary>
    /// <param name="job">The job.</param>
    /// <param name="nowS">Present time in seconds.</param>
    public Placement Place(in Job job, double nowS) => Place(job, preferred: null, nowS);

    /// <summary>Places a job at one of the sites that are tried first, or where none of these may take it, at another one.</summary>
    /// <param name="job">The job.</param>
    /// <param name="preferred">The sites that are tried first; null for none.</param>
    /// <param name="nowS">Present time in seconds.</param>
    /// <param name="place">Where the job lies between 0 and 1 by the hash of its id: below the canary's share it is the canary's; null where it has a number only.</param>
    public Placement Place(in Job job, SiteSet? preferred, double nowS, double? place = null)
    {
        _view.SetTime(nowS);
        var isCanary = IsCanary(place ?? PlaceOf(job));
        var policy = isCanary ? _canary!.Value.Policy : _policy;
        var placement = Placement.Hold;
        if (preferred is not null)
            placement = Ask(policy, job with { Constraint = preferred });
        if (placement.IsHold)
            placement = Ask(policy, job);
        (isCanary ? _canaryCounts! : _counts).Count(policy.Replaced);
        // Until the coordinator knows: one that fails is asked no more here.
        if (_canaryCounts?.FailedInARow >= PolicyLife.MostFailuresInARow)
            _canary = null;
        // Before it counts as sent: the shadow decides on what was known.
        _shadow?.Decided(job, preferred, _view, placement, _options.AsSpan(0, _ranked));
        if (placement.IsHold)
            return placement;
        _sent[placement.Site].Add(nowS);
        _view.Sent(placement.Site);
        return placement;
    }

    /// <summary>How the options of a job score now.</summary>
    /// <param name="job">The job.</param>
    /// <param name="nowS">Present time in seconds.</param>
    /// <param name="place">Where the job lies between 0 and 1.</param>
    /// <param name="decider">Who would decide about it.</param>
    public Explanation Explain(in Job job, double nowS, double place, out (PolicyRecord Policy, int Version, bool IsCanary) decider)
    {
        _view.SetTime(nowS);
        var isCanary = IsCanary(place);
        decider = isCanary ? (_canary!.Value.Record.Policy, _canary.Value.Record.Version, true) : (Policy, Version, false);
        return (isCanary ? _canary!.Value.Policy : _policy).Explain(job, _view);
    }

    /// <summary>What its versions decided that nobody was told of.</summary>
    public ImmutableArray<VersionCountRecord> Untold() => [.. new[] { _counts.Untold, _canaryCounts?.Untold }.OfType<VersionCountRecord>()];

    /// <summary>The coordinator was told.</summary>
    /// <param name="counts">Of what.</param>
    public void Told(ImmutableArray<VersionCountRecord> counts)
    {
        foreach (var count in counts)
        {
            _counts.Told(count);
            _canaryCounts?.Told(count);
        }
    }

    /// <inheritdoc/>
    public Allocation Allocate(in WorkItem item, in SiteStatus site) => _policy.Allocate(item, site);

    // Only the shadow is another one: those that decide go on with what they have learned.
    private bool IsSame(PublicationRecord published) =>
        published.Version == Version && (published.Canary?.Version, published.Canary?.Share) == (_published.Canary?.Version, _published.Canary?.Share);

    private bool IsCanary(double place) => _canary is { } canary && place < canary.Record.Share;

    private void FollowCanary(PublicationRecord published, ShieldedPolicy? policy)
    {
        if (_canaryCounts is null || _canary?.Record.Version != published.Canary?.Version)
            _canaryCounts = published.Canary is { } begun ? new VersionTally(begun.Version) : null;
        _canary = policy is null ? null : (published.Canary!, policy);
    }
}
