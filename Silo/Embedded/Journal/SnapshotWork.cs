using ControlPlane.Fleet.Journal;

namespace ControlPlane.Silo.Embedded.Journal;

/// <summary>
/// A snapshot under way. The state is serialised at once, so that it is one state; the bytes are written and the batches that it has are removed in short steps between commits.
/// </summary>
/// <param name="partBytes">Length of a part, bytes.</param>
internal sealed class SnapshotWork(int partBytes)
{
    private readonly StateWriter _writer = new();
    private long _number;
    private int _parts;
    private bool _isSealed;

    /// <summary>Whether there is a step to take.</summary>
    public bool IsActive { get; private set; }

    /// <summary>Length of the newest snapshot that is stored, bytes; 0 if there is none.</summary>
    public int StoredBytes { get; private set; }

    /// <summary>A snapshot was found in the store; batches that it has may be left over.</summary>
    /// <param name="snapshot">The snapshot.</param>
    public void Found(JournalSnapshot? snapshot)
    {
        StoredBytes = snapshot?.State.Length ?? 0;
        _number = snapshot?.Number ?? 0;
        IsActive = _isSealed = snapshot is not null;
    }

    /// <summary>Begins a snapshot.</summary>
    /// <param name="state">The state, all of which is in the journal.</param>
    /// <param name="number">Number of the last batch.</param>
    public void Begin(IJournalled state, long number)
    {
        _writer.Clear();
        state.Save(_writer);
        (_number, _parts, _isSealed, IsActive) = (number, 0, false, true);
    }

    /// <summary>Takes one step.</summary>
    /// <param name="store">The store.</param>
    public async Task StepAsync(IJournalStore store)
    {
        var start = (long)_parts * partBytes;
        if (_isSealed)
            IsActive = await store.PruneAsync(_number);
        else if (start < _writer.Written.Length)
            await store.WritePartAsync(_number, _parts++, _writer.Written[(int)start..(int)Math.Min(start + partBytes, _writer.Written.Length)]);
        else
            await SealAsync(store);
    }

    private async Task SealAsync(IJournalStore store)
    {
        var state = _writer.Written;
        await store.SealAsync(new SnapshotSeal(_number, state.Length, JournalChecksum.Of(_number, state.Length, state.Span)));
        (_isSealed, StoredBytes) = (true, state.Length);
    }
}
