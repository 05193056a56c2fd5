namespace ControlPlane.Fleet.Journal;

/// <summary>An operation that was asked of an entity and has no answer yet: it is applied, its record made durable, and only then answered.</summary>
/// <typeparam name="TEntity">The state machine.</typeparam>
public abstract class PendingOperation<TEntity>
{
    /// <summary>Applies it and keeps the outcome.</summary>
    /// <param name="entity">The state machine.</param>
    /// <returns>What the entity threw, if it did.</returns>
    public abstract Exception? Apply(TEntity entity);

    /// <summary>Answers with the outcome that was kept.</summary>
    public abstract void Answer();

    /// <summary>Answers with an error instead.</summary>
    /// <param name="cause">Why there is no outcome, or none that is known.</param>
    public abstract void Fail(Exception cause);
}
