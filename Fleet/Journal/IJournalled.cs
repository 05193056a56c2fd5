namespace ControlPlane.Fleet.Journal;

/// <summary>
/// A state machine whose host keeps it durable: the host journals the decided operations that it reports, in order, and restores it from a snapshot and the
/// operations after it. Replaying an operation asks no rule, reads no clock and cannot fail on a state to which it was first applied.
/// </summary>
public interface IJournalled
{
    /// <summary>Writes the whole state, to be read by <see cref="Load"/>.</summary>
    /// <param name="writer">Receives it.</param>
    void Save(StateWriter writer);

    /// <summary>Replaces the whole state by a saved one.</summary>
    /// <param name="reader">A saved state.</param>
    /// <exception cref="InvalidDataException">The bytes are cut, damaged or of a version that this build does not know.</exception>
    void Load(ref StateReader reader);

    /// <summary>Applies a decided operation again.</summary>
    /// <param name="reader">The operation, as it was journalled.</param>
    /// <exception cref="InvalidDataException">The bytes are cut, damaged or of a kind that this build does not know.</exception>
    void Replay(ref StateReader reader);
}
