namespace ControlPlane.Grains.Journal;

/// <summary>An operation with a result.</summary>
internal sealed class PendingOperation<TEntity, T>(Func<TEntity, T> operation) : PendingOperation<TEntity>
{
    // The caller goes on in a turn of its own, not inside the pump.
    private readonly TaskCompletionSource<T> _answer = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private T? _result;
    private Exception? _error;

    public Task<T> Task => _answer.Task;

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

    public override void Answer()
    {
        if (_error is null)
            _answer.SetResult(_result!);
        else
            _answer.SetException(_error);
    }

    public override void Fail(Exception error) => _answer.SetException(error);
}
