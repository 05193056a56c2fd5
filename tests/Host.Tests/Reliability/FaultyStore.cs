using ControlPlane.Silo.Embedded.Journal;

namespace ControlPlane.Host.Tests.Reliability;

/// <summary>An open journal of a <see cref="FaultyStorage"/>.</summary>
internal sealed class FaultyStore(FaultyStorage storage, IJournalStore inner) : IJournalStore
{
    private static readonly TimeSpan Stall = TimeSpan.FromMilliseconds(100);

    public Task<JournalSnapshot?> ReadSnapshotAsync() => inner.ReadSnapshotAsync();

    public IAsyncEnumerable<JournalBatch> ReadBatchesAsync(long after) => inner.ReadBatchesAsync(after);

    public Task AppendAsync(JournalBatch batch) => Fail(() => inner.AppendAsync(batch));

    public Task WritePartAsync(long number, int part, ReadOnlyMemory<byte> bytes) => Fail(() => inner.WritePartAsync(number, part, bytes));

    public Task SealAsync(SnapshotSeal seal) => Fail(() => inner.SealAsync(seal));

    public Task<bool> PruneAsync(long upTo) => inner.PruneAsync(upTo);

    public ValueTask DisposeAsync() => inner.DisposeAsync();

    private async Task Fail(Func<Task> write)
    {
        var fault = storage.Next();
        if (fault is StorageFault.Stall or StorageFault.StallAndFail)
            await Task.Delay(Stall);
        if (fault is StorageFault.Before or StorageFault.Conflict)
            throw storage.Failure(fault is StorageFault.Before ? JournalFault.Unavailable : JournalFault.Fenced);
        await write();
        if (fault is StorageFault.After or StorageFault.StallAndFail)
            throw storage.Failure(JournalFault.Unavailable);
    }
}
