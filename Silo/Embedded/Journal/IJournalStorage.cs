namespace ControlPlane.Silo.Embedded.Journal;

/// <summary>Where a node keeps its journal.</summary>
public interface IJournalStorage
{
    /// <summary>Where that is, for messages: a file or a database, without secrets.</summary>
    string Place { get; }

    /// <summary>Opens the journal for this process alone; makes an empty one where there is none.</summary>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="JournalStoreException">Another process has it open, it is damaged, of another version or another program's, or cannot be reached.</exception>
    Task<IJournalStore> OpenAsync(CancellationToken cancellation = default);
}
