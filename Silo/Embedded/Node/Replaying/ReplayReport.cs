using ControlPlane.Fleet.Control.Policies;

namespace ControlPlane.Silo.Embedded.Node.Replaying;

/// <summary>What another policy would have done about the decisions of a journal.</summary>
/// <param name="Place">The file or database.</param>
/// <param name="Policy">The other policy, as tables name it.</param>
/// <param name="SnapshotBatch">Number of the last batch whose decisions are in the snapshot only, without what they were taken on; 0 if none are.</param>
/// <param name="Tally">How it compares.</param>
/// <param name="Sites">The same by the site where jobs were sent.</param>
internal sealed record ReplayReport(string Place, string Policy, long SnapshotBatch, ShadowTally Tally, IReadOnlyList<ReplayedSite> Sites)
{
    /// <summary>Decisions with which the other policy agrees: same site, GPUs and clock.</summary>
    public long Agreed => Tally.Compared - Tally.OtherSite - Tally.OtherGpus;
}
