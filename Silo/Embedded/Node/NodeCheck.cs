using ControlPlane.Fleet;
using ControlPlane.Fleet.Control;
using ControlPlane.Fleet.Control.Node;
using ControlPlane.Fleet.Journal;
using ControlPlane.Silo.Embedded.Journal;

namespace ControlPlane.Silo.Embedded.Node;

/// <summary>What a journal holds, after every checksum was compared and every operation replayed.</summary>
/// <param name="Place">The file or database.</param>
/// <param name="Snapshot">Number of the last batch that the snapshot has; 0 without one.</param>
/// <param name="SnapshotBytes">Length of the snapshot, bytes.</param>
/// <param name="Batches">Batches after it.</param>
/// <param name="Operations">Operations of these.</param>
/// <param name="LastBatch">Number of the last batch; 0 for none.</param>
/// <param name="Ledger">The ledger of the node at the end.</param>
internal sealed record NodeCheck(string Place, long Snapshot, int SnapshotBytes, long Batches, long Operations, long LastBatch, LedgerView Ledger)
{
    /// <summary>Reads a journal from its snapshot to its end.</summary>
    /// <param name="place">The file or database, for messages.</param>
    /// <param name="source">The journal.</param>
    /// <param name="fleet">The fleet that the node was founded with.</param>
    /// <param name="settings">Its limits.</param>
    /// <exception cref="JournalStoreException">It is damaged, or of another fleet.</exception>
    public static async Task<NodeCheck> Run(string place, IJournalSource source, FleetModel fleet, NodeSettings settings)
    {
        var log = new OperationBuffer();
        var node = new ControlNode(fleet, settings, log, incarnation: 1);
        var snapshot = await source.ReadSnapshotAsync();
        if (snapshot is not null)
            JournalReplay.Snapshot(place, snapshot, node);
        var last = snapshot?.Number ?? 0;
        var (batches, operations) = (0L, 0L);
        await foreach (var batch in source.ReadBatchesAsync(last))
        {
            JournalReplay.Batch(place, batch, node);
            log.Clear();
            (batches, operations, last) = (batches + 1, operations + batch.Count, batch.Number);
        }

        return new NodeCheck(place, snapshot?.Number ?? 0, snapshot?.State.Length ?? 0, batches, operations, last, node.Ledger());
    }
}
