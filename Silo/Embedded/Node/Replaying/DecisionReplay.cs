using ControlPlane.Fleet;
using ControlPlane.Fleet.Control.Node;
using ControlPlane.Fleet.Control.Policies;
using ControlPlane.Fleet.Decisions;
using ControlPlane.Fleet.Jobs;
using ControlPlane.Fleet.Journal;
using ControlPlane.Fleet.Randomness;
using ControlPlane.Policies.Catalog;
using ControlPlane.Policies.Shield;
using ControlPlane.Silo.Embedded.Journal;

namespace ControlPlane.Silo.Embedded.Node.Replaying;

/// <summary>
/// Replays a journal, which brings back what was known at each placement, and asks another policy about each. What the other policy would have done has no effect: each decision
/// is compared on the state that the ones that were taken had led to.
/// </summary>
internal sealed class DecisionReplay : IDecisionWatcher
{
    private readonly ShieldedPolicy _policy;
    private readonly ReplayedSite[] _sites;
    private readonly double _meanSizeUnits;

    private DecisionReplay(FleetView view, PolicySpec policy, KnownLoad load)
    {
        var context = new PolicyContext(view, new RandomStream(load.Seed, "replay"), Shared: null, load.MeanSizeUnits, load.UnitsPerS);
        _policy = ShieldedPolicy.Around(PolicyCatalog.Create(policy, context), ShieldedPolicy.DefaultFallback, context, new RandomStream(load.Seed, "shield"));
        _sites = [.. view.Model.Sites.Select(s => new ReplayedSite(s.Name))];
        _meanSizeUnits = load.MeanSizeUnits;
    }

    private ShadowTally Tally { get; set; } = new();

    /// <summary>Asks a policy about the decisions of a journal.</summary>
    /// <param name="place">The file or database, for messages.</param>
    /// <param name="source">The journal.</param>
    /// <param name="fleet">The fleet that the node was founded with.</param>
    /// <param name="settings">Its limits.</param>
    /// <param name="policy">The other policy, with its model.</param>
    /// <param name="load">What it is told of the load.</param>
    /// <exception cref="JournalStoreException">The journal is damaged, or of another fleet.</exception>
    /// <exception cref="ArgumentException">The policy cannot be made.</exception>
    public static async Task<ReplayReport> Run(string place, IJournalSource source, FleetModel fleet, NodeSettings settings, PolicySpec policy, KnownLoad load)
    {
        var log = new OperationBuffer();
        var node = new ControlNode(fleet, settings, log, incarnation: 1);
        var replay = new DecisionReplay(node.View, policy, load);
        var snapshot = await source.ReadSnapshotAsync();
        if (snapshot is not null)
            JournalReplay.Snapshot(place, snapshot, node);
        node.ReplayWatcher = replay;
        await foreach (var batch in source.ReadBatchesAsync(snapshot?.Number ?? 0))
        {
            JournalReplay.Batch(place, batch, node);
            log.Clear();
        }

        return new ReplayReport(place, policy.Label, snapshot?.Number ?? 0, replay.Tally, replay._sites);
    }

    /// <inheritdoc/>
    public void Decided(in Job job, SiteSet? preferred, FleetView view, in Placement placement, ReadOnlySpan<RankedOption> options)
    {
        var said = Placement.Hold;
        if (preferred is not null)
            said = _policy.Place(job with { Constraint = preferred }, view);
        if (said.IsHold)
            said = _policy.Place(job, view);
        var verdict = _policy.Replaced is { } failure
            ? ShadowVerdict.Failed(job.Id, view.NowS, placement, failure)
            : ShadowVerdict.Of(job, view, placement, said, options, _meanSizeUnits);
        Tally = Tally.Add(verdict);
        if (verdict.Failure is null)
            Count(verdict);
    }

    private void Count(ShadowVerdict verdict)
    {
        var (done, said) = (verdict.Done.Site, verdict.Said.Site);
        if (!verdict.Done.IsHold)
        {
            var site = _sites[done];
            _sites[done] = site with
            {
                Decisions = site.Decisions + 1,
                Kept = site.Kept + (said == done ? 1 : 0),
                EnergyJ = site.EnergyJ + Known(verdict.EnergyJ),
                CompletionS = site.CompletionS + Known(verdict.CompletionS),
            };
        }

        if (!verdict.Said.IsHold && said != done)
            _sites[said] = _sites[said] with { Gained = _sites[said].Gained + 1 };
    }

    private static double Known(double value) => double.IsFinite(value) ? value : 0;
}
