namespace ControlPlane.Silo.Embedded.Journal;

/// <summary>An operation with a result.</summary>
internal sealed class PendingOperation<TState, T>(Func<TState, T> operation) : PendingOperation<TState>
{
    // The caller goes on on a thread of its own, not inside the loop.
    private readonly TaskCompletionSource<T> _answer = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private T? _result;
    private Exception? _error;

    public Task<T> Task => _answer.Task;

    public override Exception? Apply(TState state)
    {
        try
        {
            _result = operation(state);
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
