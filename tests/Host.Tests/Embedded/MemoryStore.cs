using ControlPlane.Silo.Embedded.Journal;

namespace ControlPlane.Host.Tests.Embedded;

/// <summary>An open journal in memory.</summary>
internal sealed class MemoryStore(MemoryStorage storage) : IJournalStore
{
    private readonly List<byte> _parts = [];

    public Task<JournalSnapshot?> ReadSnapshotAsync() => Task.FromResult(storage.Snapshot);

    public async IAsyncEnumerable<JournalBatch> ReadBatchesAsync(long after)
    {
        await Task.CompletedTask;
        foreach (var batch in storage.Batches.Where(b => b.Number > after).ToList())
            yield return batch;
    }

    public async Task AppendAsync(JournalBatch batch)
    {
        var (before, after) = (storage.BeforeAppend, storage.AfterAppend);
        (storage.BeforeAppend, storage.AfterAppend) = (null, null);
        await (before?.Invoke() ?? Task.CompletedTask);
        storage.Batches.Add(batch with { Operations = batch.Operations.ToArray() });
        await (after?.Invoke() ?? Task.CompletedTask);
    }

    public async Task WritePartAsync(long number, int part, ReadOnlyMemory<byte> bytes)
    {
        await (storage.BeforePart?.Invoke() ?? Task.CompletedTask);
        _parts.AddRange(bytes.Span);
    }

    public Task SealAsync(SnapshotSeal seal)
    {
        Assert.Equal(seal.Length, _parts.Count);
        storage.Snapshot = new JournalSnapshot(seal.Number, _parts.ToArray());
        _parts.Clear();
        return Task.CompletedTask;
    }

    public Task<bool> PruneAsync(long upTo)
    {
        storage.Batches.RemoveAll(b => b.Number <= upTo);
        return Task.FromResult(false);
    }

    public ValueTask DisposeAsync()
    {
        storage.Closings++;
        return ValueTask.CompletedTask;
    }
}
