namespace ControlPlane.Silo.Embedded.Journal;

/// <summary>What a journal host tells its owner. All are called on the host's loop, one at a time, and must be short.</summary>
/// <typeparam name="TState">The state machine.</typeparam>
public sealed record JournalHooks<TState>
{
    /// <summary>The state was loaded, at the start or after a failure: all of it is durable. To be read only.</summary>
    public Action<TState>? Loaded { get; init; }

    /// <summary>Operations became durable and were answered: what the state has to send may be sent now. To be read only.</summary>
    public Action<TState>? Committed { get; init; }

    /// <summary>The host began or ceased to take operations. Must not throw.</summary>
    public Action<JournalHealth>? HealthChanged { get; init; }
}
