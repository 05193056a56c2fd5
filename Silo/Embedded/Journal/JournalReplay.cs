using ControlPlane.Fleet.Journal;

namespace ControlPlane.Silo.Embedded.Journal;

/// <summary>Brings a state machine to where a journal left it.</summary>
internal static class JournalReplay
{
    /// <summary>Restores a snapshot.</summary>
    /// <param name="place">Where it was read, for messages.</param>
    /// <param name="snapshot">The snapshot.</param>
    /// <param name="state">The state machine, as it was before its first operation.</param>
    /// <exception cref="JournalStoreException">It cannot be read.</exception>
    public static void Snapshot(string place, JournalSnapshot snapshot, IJournalled state)
    {
        try
        {
            var reader = new StateReader(snapshot.State.Span);
            state.Load(ref reader);
            reader.RequireEnd();
        }
        catch (InvalidDataException e)
        {
            throw Unusable(place, $"the snapshot at batch {snapshot.Number}", e);
        }
    }

    /// <summary>Replays a batch.</summary>
    /// <param name="place">Where it was read, for messages.</param>
    /// <param name="batch">The batch.</param>
    /// <param name="state">The state machine, as it was before it.</param>
    /// <exception cref="JournalStoreException">It cannot be read.</exception>
    public static void Batch(string place, in JournalBatch batch, IJournalled state)
    {
        try
        {
            var count = OperationBuffer.ReplayAll(batch.Operations.Span, state);
            if (count != batch.Count)
                throw new InvalidDataException($"{count} operations where {batch.Count} were written.");
        }
        catch (InvalidDataException e)
        {
            throw Unusable(place, $"batch {batch.Number}", e);
        }
    }

    private static JournalStoreException Unusable(string place, string what, InvalidDataException cause) =>
        new(JournalFault.Unusable, place, $"{what} cannot be read: {cause.Message}", cause);
}
