using Orleans.Storage;

namespace ControlPlane.Grains.Journal;

/// <summary>
/// The records of a grain's journal as they were read: the snapshot and the ring of segments. Records are read one by one while another activation may be
/// writing: <see cref="ReadAsync"/> takes only records that fit together, and the writes' ETags settle the rest (<see cref="GrainJournal"/>).
/// </summary>
internal sealed class JournalRecords(IGrainStorage storage, GrainId grain)
{
    /// <summary>Version of both record formats.</summary>
    public const byte Version = 2;

    /// <summary>Number of slots of a grain without a snapshot, and the least of all.</summary>
    public const int LeastSlots = 8;

    // One reading more than a single foreign commit can spoil, and another.
    private const int Attempts = 3;

    // A grain with a large state has many slots: they must not take every connection of the storage.
    private const int ReadsAtOnce = 16;

    private readonly string _owner = grain.ToString();
    private readonly List<StoredRecord<SegmentRecord>> _ring = [];

    public string Owner => _owner;

    public StoredRecord<SnapshotRecord> Snapshot { get; } = new(storage, grain, "snapshot");

    /// <summary>Number of slots.</summary>
    public int Slots { get; private set; } = LeastSlots;

    /// <summary>Number of the first segment after the snapshot.</summary>
    public long First { get; private set; }

    /// <summary>The slot of a segment.</summary>
    /// <param name="number">Number of the segment.</param>
    public StoredRecord<SegmentRecord> Slot(long number) => _ring[(int)(number % Slots)];

    /// <summary>The log begins anew after a snapshot.</summary>
    /// <param name="first">Number of the first segment after it.</param>
    /// <param name="slots">Number of slots, not less than it was: slots that are added were never written.</param>
    public void Restart(long first, int slots)
    {
        First = first;
        Slots = slots;
        AddSlots();
    }

    /// <summary>The segments after the snapshot, in order.</summary>
    public IEnumerable<SegmentRecord> Segments()
    {
        for (var number = First; number < First + Slots && Find(number) is { } segment; number++)
            yield return segment;
    }

    /// <summary>Reads all records.</summary>
    /// <exception cref="InvalidDataException">They do not fit together, or are not this grain's, or of another version.</exception>
    public async Task ReadAsync()
    {
        for (var attempt = 1; ; attempt++)
        {
            await ReadOnceAsync();
            if (FindMisfit() is not { } misfit)
                return;
            if (attempt == Attempts)
                throw Damaged(misfit.Record, misfit.What);
        }
    }

    public InvalidDataException Damaged(string record, string what, Exception? cause = null) => new($"Journal of {_owner}, record {record}: {what}", cause);

    private async Task ReadOnceAsync()
    {
        // The snapshot says how many slots there are; the least number is read along with it, which is all of them for most grains.
        AddSlots();
        await Task.WhenAll(_ring.Take(LeastSlots).Select(r => r.ReadAsync()).Append(Snapshot.ReadAsync()));
        if (Snapshot.Value is { } snapshot)
        {
            Check(Snapshot.Name, snapshot.Version, snapshot.Owner);
            if (snapshot.Slots < LeastSlots || snapshot.First < 0)
                throw Damaged(Snapshot.Name, $"{snapshot.Slots} slots, first segment {snapshot.First}.");
            Restart(snapshot.First, snapshot.Slots);
        }

        foreach (var chunk in _ring.Skip(LeastSlots).Chunk(ReadsAtOnce))
            await Task.WhenAll(chunk.Select(r => r.ReadAsync()));
        foreach (var slot in _ring)
        {
            if (slot.Value is { } segment)
                Check(slot.Name, segment.Version, segment.Owner);
        }
    }

    private void AddSlots()
    {
        while (_ring.Count < Slots)
            _ring.Add(new StoredRecord<SegmentRecord>(storage, grain, $"segment-{_ring.Count}"));
    }

    private SegmentRecord? Find(long number) => Slot(number).Value is { } segment && segment.Number == number ? segment : null;

    private (string Record, string What)? FindMisfit()
    {
        var goesOn = true;
        for (var number = First; number < First + Slots; number++)
        {
            var slot = Slot(number);
            // A slot not yet used again holds a segment that is in the snapshot.
            if (slot.Value is not { } segment || segment.Number < First)
                goesOn = false;
            else if (segment.Number != number)
                return (slot.Name, $"segment {segment.Number} where segment {number} belongs.");
            else if (!goesOn)
                return (slot.Name, $"segment {number} follows a segment that is missing or not sealed.");
            else
                goesOn = segment.IsSealed;
        }

        return null;
    }

    private void Check(string record, byte version, string owner)
    {
        if (version != Version)
            throw Damaged(record, $"version {version}; this build knows {Version}.");
        if (owner != _owner)
            throw Damaged(record, $"it belongs to {owner}.");
    }
}
