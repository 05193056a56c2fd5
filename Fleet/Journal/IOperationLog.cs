namespace ControlPlane.Fleet.Journal;

/// <summary>Receives the decided operations of a state machine in the order in which they were applied.</summary>
public interface IOperationLog
{
    /// <summary>Opens an operation: what is written until <see cref="Close"/> is one operation, which is replayed whole or not at all.</summary>
    /// <returns>Receives the operation's bytes.</returns>
    StateWriter Open();

    /// <summary>Closes the operation that is open.</summary>
    void Close();
}
