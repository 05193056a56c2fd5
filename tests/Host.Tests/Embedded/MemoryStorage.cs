using ControlPlane.Silo.Embedded.Journal;

namespace ControlPlane.Host.Tests.Embedded;

/// <summary>A storage in memory that fails as it is told.</summary>
internal sealed class MemoryStorage : IJournalStorage
{
    public List<JournalBatch> Batches { get; } = [];

    public JournalSnapshot? Snapshot { get; set; }

    /// <summary>Happens before the next batch is stored.</summary>
    public Func<Task>? BeforeAppend { get; set; }

    /// <summary>Happens after the next batch is stored.</summary>
    public Func<Task>? AfterAppend { get; set; }

    /// <summary>Happens before every step of a snapshot.</summary>
    public Func<Task>? BeforePart { get; set; }

    /// <summary>Happens before the journal is opened.</summary>
    public Func<Task>? BeforeOpen { get; set; }

    /// <summary>How often it was opened.</summary>
    public int Openings { get; private set; }

    /// <summary>How often it was closed.</summary>
    public int Closings { get; set; }

    public string Place => "memory";

    public static Exception Failure(JournalFault fault = JournalFault.Unavailable) => new JournalStoreException(fault, "memory", "no room");

    public async Task<IJournalStore> OpenAsync(CancellationToken cancellation = default)
    {
        if (BeforeOpen is { } before)
            await before();
        Openings++;
        return new MemoryStore(this);
    }
}
