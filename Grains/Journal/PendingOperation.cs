namespace ControlPlane.Grains.Journal;

/// <summary>An operation that was asked of an entity and has no answer yet.</summary>
internal abstract class PendingOperation<TEntity>
{
    /// <summary>Applies it and keeps the outcome.</summary>
    /// <returns>What the entity threw, if it did.</returns>
    public abstract Exception? Apply(TEntity entity);

    /// <summary>Answers with the outcome that was kept.</summary>
    public abstract void Answer();

    /// <summary>Answers with an error instead.</summary>
    public abstract void Fail(Exception error);
}
