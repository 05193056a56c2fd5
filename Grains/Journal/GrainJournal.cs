using ControlPlane.Fleet.Journal;
using Orleans.Storage;

namespace ControlPlane.Grains.Journal;

/// <summary>
/// The durable log of one activation of a grain, kept in any <see cref="IGrainStorage"/>: a snapshot record and a ring of segment records, each with its own
/// ETag. Not thread-safe; commits do not overlap.
/// </summary>
/// <remarks>
/// <para><b>A commit is one conditional write.</b> It extends the segment that is not sealed, or begins the next one; a segment that reaches
/// <see cref="JournalOptions.SegmentBytes"/> is sealed by the same write. Segment k is in slot k mod n. When all n slots hold segments after the snapshot, the
/// commit is a new snapshot instead: the state, which has the commit's operations, and the number of the segment that comes next; all slots are free then.</para>
/// <para><b>At most one of two activations can commit.</b> Which record a commit writes follows from the stored state alone. Let two activations know the
/// same stored state: both write the same record on the same ETag, and the storage lets one of them through. Let one know an older state: the first commit
/// after that state changed the very record that this activation writes next, so its ETag is stale. The loser gets an
/// <see cref="InconsistentStateException"/> and its operations are nowhere. A write that was given up and arrives late is judged by the same ETag.</para>
/// <para><b>Records read while another activation writes</b> need not show a state that ever was. If the record that the next commit writes is still as it
/// was read, the log ended there: had it gone on, that record would have been written. A sealed segment changes only after a snapshot that has it, a snapshot
/// is written only when every slot is sealed, and numbers tell the segments of a slot apart; so what was read before that record is the whole log, and the
/// state the current one. If it is not as it was read, the commit is refused.</para>
/// <para><b>Unknown outcomes.</b> After a failed write the journal is spent: whether the operations are stored shows only to one that loads anew.</para>
/// <para><b>Write amplification.</b> A byte of the log is rewritten by the later commits of its segment: with c bytes a commit, SegmentBytes / 2c times on
/// average, and never when group commit makes commits as long as segments. A snapshot of S bytes sets n so that n · SegmentBytes ≥ S, and the
/// next one comes after n sealed segments, thus L ≥ S bytes of log; if a byte of log adds at most g bytes of state, the next snapshot is ≤ S + gL ≤ (1 + g) L
/// long: snapshots cost at most 1 + g bytes a byte of log, however large the state. n never shrinks, so that slots beyond it were never written.</para>
/// <para><b>No checksum.</b> Storages keep the bytes of a record whole, but may lose, restore or confuse records: owner, number and count are checked.</para>
/// </remarks>
public sealed class GrainJournal
{
    private readonly int _segmentBytes;
    private readonly JournalRecords _records;
    private readonly StateWriter _writer = new();
    private bool _isLoaded;
    private bool _isReady;

    // The segment that the next commit extends or begins.
    private long _number;
    private byte[] _operations = [];
    private int _count;

    /// <summary>The journal of an activation.</summary>
    /// <param name="storage">Where it is kept.</param>
    /// <param name="grain">The grain.</param>
    /// <param name="segmentBytes">Length in bytes from which a segment is sealed, ≥ 1.</param>
    public GrainJournal(IGrainStorage storage, GrainId grain, int segmentBytes)
    {
        ArgumentNullException.ThrowIfNull(storage);
        ArgumentOutOfRangeException.ThrowIfLessThan(segmentBytes, 1);
        _segmentBytes = segmentBytes;
        _records = new JournalRecords(storage, grain);
    }

    /// <summary>Restores the state, once and before the first commit.</summary>
    /// <param name="target">A new state machine, in the state in which it was before the grain's first commit.</param>
    /// <exception cref="InvalidDataException">A record is damaged, missing, another grain's or of a version that this build does not know.</exception>
    /// <exception cref="InvalidOperationException">It was called before.</exception>
    public async Task LoadAsync(IJournalled target)
    {
        ArgumentNullException.ThrowIfNull(target);
        if (_isLoaded)
            throw new InvalidOperationException($"The journal of {_records.Owner} is loaded once.");
        _isLoaded = true;
        await _records.ReadAsync();
        LoadSnapshot(target);
        _number = _records.First;
        foreach (var segment in _records.Segments())
            Replay(segment, target);
        _isReady = true;
    }

    /// <summary>Makes operations durable.</summary>
    /// <param name="target">The state machine: the state that was loaded, with all operations of earlier commits and of this one.</param>
    /// <param name="operations">The operations, as an <see cref="OperationBuffer"/> has them. Copied before the call returns.</param>
    /// <param name="count">How many there are, ≥ 1.</param>
    /// <returns>Length in bytes of what was written: a segment or a snapshot.</returns>
    /// <exception cref="InconsistentStateException">Another activation has committed; these operations are not stored and never will be.</exception>
    /// <exception cref="InvalidOperationException">Not loaded, or another commit failed or has not ended.</exception>
    /// <exception cref="Exception">The storage failed: whether the operations are stored is unknown.</exception>
    public async Task<int> CommitAsync(IJournalled target, ReadOnlyMemory<byte> operations, int count)
    {
        ArgumentNullException.ThrowIfNull(target);
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        if (!_isReady)
            throw new InvalidOperationException($"The journal of {_records.Owner} is not loaded, has a commit under way or one that failed.");
        // Stays so if the write fails.
        _isReady = false;
        var length = _number - _records.First < _records.Slots ? await ExtendAsync(operations, count) : await SaveAsync(target);
        _isReady = true;
        return length;
    }

    private async Task<int> ExtendAsync(ReadOnlyMemory<byte> operations, int count)
    {
        byte[] all = [.. _operations, .. operations.Span];
        var segment = new SegmentRecord
        {
            Version = JournalRecords.Version,
            Owner = _records.Owner,
            Number = _number,
            IsSealed = all.Length >= _segmentBytes,
            Count = _count + count,
            Operations = all,
        };
        await _records.Slot(_number).WriteAsync(segment);
        Continue(segment);
        return all.Length;
    }

    private async Task<int> SaveAsync(IJournalled target)
    {
        _writer.Clear();
        target.Save(_writer);
        var snapshot = new SnapshotRecord
        {
            Version = JournalRecords.Version,
            Owner = _records.Owner,
            First = _number,
            Slots = Math.Max(_records.Slots, 1 + (_writer.Written.Length - 1) / _segmentBytes),
            State = _writer.Written.ToArray(),
        };
        await _records.Snapshot.WriteAsync(snapshot);
        _records.Restart(snapshot.First, snapshot.Slots);
        return snapshot.State.Length;
    }

    private void Continue(SegmentRecord segment)
    {
        _number = segment.IsSealed ? segment.Number + 1 : segment.Number;
        _operations = segment.IsSealed ? [] : segment.Operations;
        _count = segment.IsSealed ? 0 : segment.Count;
    }

    private void LoadSnapshot(IJournalled target)
    {
        if (_records.Snapshot.Value is not { } snapshot)
            return;
        try
        {
            var reader = new StateReader(snapshot.State);
            target.Load(ref reader);
            reader.RequireEnd();
        }
        catch (InvalidDataException e)
        {
            throw _records.Damaged(_records.Snapshot.Name, e.Message, e);
        }

        _records.Snapshot.Forget();
    }

    private void Replay(SegmentRecord segment, IJournalled target)
    {
        var slot = _records.Slot(segment.Number);
        try
        {
            var count = OperationBuffer.ReplayAll(segment.Operations, target);
            if (count != segment.Count)
                throw new InvalidDataException($"{count} operations where {segment.Count} were written.");
        }
        catch (InvalidDataException e)
        {
            throw _records.Damaged(slot.Name, e.Message, e);
        }

        Continue(segment);
        slot.Forget();
    }
}
