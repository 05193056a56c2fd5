namespace ControlPlane.Fleet.Journal;

/// <summary>An operation with a result.</summary>
/// <typeparam name="TEntity">The state machine.</typeparam>
/// <typeparam name="T">What the operation answers.</typeparam>
/// <param name="operation">The operation.</param>
public sealed class PendingOperation<TEntity, T>(Func<TEntity, T> operation) : PendingOperation<TEntity>
{
    // The caller goes on in a turn of its own, not inside the pump.
    private readonly TaskCompletionSource<T> _answer = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private T? _result;
    private Exception? _error;

    /// <summary>The answer; it comes after <see cref="Answer"/> or <see cref="Fail"/>.</summary>
    public Task<T> Task => _answer.Task;

    /// <inheritdoc/>
    public override Exception? Apply(TEntity entity)
    {
        try
        {
            _result = operation(entity);
        }
        catch (Exception e)
        {
            _error = e;
        }

        return _error;
    }

    /// <inheritdoc/>
    public override void Answer()
    {
        if (_error is null)
            _answer.SetResult(_result!);
        else
            _answer.SetException(_error);
    }

    /// <inheritdoc/>
    public override void Fail(Exception cause) => _answer.SetException(cause);
}
