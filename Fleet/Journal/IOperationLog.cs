namespace ControlPlane.Fleet.Journal;

/// <summary>Receives the decided operations of a state machine in the order in which they were applied.</summary>
public interface IOperationLog
{
    /// <summary>Begins an operation: what is written until <see cref="End"/> is one operation, which is replayed whole or not at all.</summary>
    /// <returns>Receives the operation's bytes.</returns>
    StateWriter Begin();

    /// <summary>Ends the operation that was begun.</summary>
    void End();
}
