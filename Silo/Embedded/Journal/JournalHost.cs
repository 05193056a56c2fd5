using ControlPlane.Fleet.Journal;

namespace ControlPlane.Silo.Embedded.Journal;

/// <summary>Opens journal hosts.</summary>
public static class JournalHost
{
    /// <summary>Opens a journal and restores the state.</summary>
    /// <typeparam name="TState">The state machine.</typeparam>
    /// <param name="storage">Where the journal is kept.</param>
    /// <param name="create">
    /// Makes the state machine as it was before its first operation, with the log to which it reports. What that is must not change from build to build: the journal is
    /// replayed onto it. Called again after a failure.
    /// </param>
    /// <param name="time">The clock.</param>
    /// <param name="options">How it works; null for the defaults.</param>
    /// <param name="hooks">What it tells its owner.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="JournalStoreException">The journal is open elsewhere, damaged or out of reach.</exception>
    public static Task<JournalHost<TState>> OpenAsync<TState>(
        IJournalStorage storage,
        Func<IOperationLog, TState> create,
        TimeProvider time,
        JournalHostOptions? options = null,
        JournalHooks<TState>? hooks = null,
        CancellationToken cancellation = default)
        where TState : class, IJournalled
    {
        ArgumentNullException.ThrowIfNull(storage);
        ArgumentNullException.ThrowIfNull(create);
        ArgumentNullException.ThrowIfNull(time);
        return JournalHost<TState>.StartAsync(storage, create, time, options ?? new JournalHostOptions(), hooks ?? new JournalHooks<TState>(), cancellation);
    }
}
