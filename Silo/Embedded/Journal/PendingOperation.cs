namespace ControlPlane.Silo.Embedded.Journal;

/// <summary>An operation that was asked of a state machine and has no answer yet.</summary>
internal abstract class PendingOperation<TState>
{
    /// <summary>Applies it and keeps the outcome.</summary>
    /// <returns>What the state machine threw, if it did.</returns>
    public abstract Exception? Apply(TState state);

    /// <summary>Answers with the outcome that was kept.</summary>
    public abstract void Answer();

    /// <summary>Answers with an error instead.</summary>
    public abstract void Fail(Exception error);
}
