namespace ControlPlane.Silo.Embedded.Journal;

/// <summary>Checks batches as they are read.</summary>
internal static class StoredBatch
{
    /// <summary>Refuses a batch that is not the one expected, or not as it was written.</summary>
    /// <param name="place">Where it was read, for the message.</param>
    /// <param name="batch">The batch.</param>
    /// <param name="expected">Its number.</param>
    /// <param name="checksum">The checksum that was stored with it.</param>
    /// <exception cref="JournalStoreException">The journal is damaged.</exception>
    public static void Check(string place, in JournalBatch batch, long expected, uint checksum)
    {
        if (batch.Number != expected)
            throw new JournalStoreException(JournalFault.Unusable, place, $"the journal is damaged: batch {expected} is missing, the next is {batch.Number}");
        if (JournalChecksum.Of(batch) != checksum)
            throw new JournalStoreException(JournalFault.Unusable, place, $"the journal is damaged: batch {expected} has another checksum than it was written with");
    }
}
