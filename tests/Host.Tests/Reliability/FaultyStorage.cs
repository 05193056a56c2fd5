using ControlPlane.Silo.Embedded.Journal;

namespace ControlPlane.Host.Tests.Reliability;

/// <summary>A real storage whose writes fail in every way that a write can fail: before it is stored, after it, by another writer, and by not coming back for a while.</summary>
/// <param name="inner">The real one.</param>
/// <param name="share">Share of the writes that fail.</param>
/// <param name="seed">Of the random choices.</param>
internal sealed class FaultyStorage(IJournalStorage inner, double share, int seed) : IJournalStorage
{
    private readonly Random _random = new(seed);
    private readonly Lock _gate = new();

    /// <summary>How often each fault happened.</summary>
    public Dictionary<StorageFault, int> Faults { get; } = [];

    /// <summary>Whether anything fails.</summary>
    public bool IsFaulty { get; set; }

    public string Place => inner.Place;

    public async Task<IJournalStore> OpenAsync(CancellationToken cancellation = default)
    {
        if (Next() is StorageFault.Before)
            throw Failure(JournalFault.Unavailable);
        return new FaultyStore(this, await inner.OpenAsync(cancellation));
    }

    /// <summary>What happens to the next write.</summary>
    public StorageFault Next()
    {
        lock (_gate)
        {
            if (!IsFaulty || _random.NextDouble() >= share)
                return StorageFault.None;
            var fault = (StorageFault)_random.Next(1, Enum.GetValues<StorageFault>().Length);
            Faults[fault] = Faults.GetValueOrDefault(fault) + 1;
            return fault;
        }
    }

    public JournalStoreException Failure(JournalFault fault) => new(fault, Place, "the test's fault");
}
