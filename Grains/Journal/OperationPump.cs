using ControlPlane.Fleet.Journal;
using ControlPlane.Grains.Interfaces.Wire;

namespace ControlPlane.Grains.Journal;

/// <summary>
/// Runs the operations on an entity one after the other and answers each when everything that it saw or did is durable. All operations that arrive while a
/// write is in flight share the next one. Used on one scheduler that runs one task at a time, the activation's.
/// </summary>
/// <param name="grain">Whose entity it is.</param>
/// <param name="entity">The entity, as loaded.</param>
/// <param name="log">Where the entity reports its operations.</param>
/// <param name="journal">Where they are made durable.</param>
/// <param name="linger">How long a commit waits for more operations.</param>
/// <param name="committed">Told after every commit.</param>
/// <param name="failed">Told once, when a commit or the entity failed: nothing runs any more.</param>
internal sealed class OperationPump<TEntity>(
    GrainId grain, TEntity entity, OperationBuffer log, GrainJournal journal, TimeSpan linger, Action committed, Action<Exception> failed)
    where TEntity : class, IJournalled
{
    private readonly string _grainType = grain.Type.ToString()!;
    private List<PendingOperation<TEntity>> _waiting = [];
    private List<PendingOperation<TEntity>> _batch = [];
    private Task _run = Task.CompletedTask;
    private bool _isRunning;
    private bool _isClosed;

    public Task<T> Perform<T>(Func<TEntity, T> operation)
    {
        if (_isClosed)
            return Task.FromException<T>(Refusal());
        var pending = new PendingOperation<TEntity, T>(operation);
        _waiting.Add(pending);
        if (!_isRunning)
            Start();
        return pending.Task;
    }

    /// <summary>Lets all operations that wait run, and refuses later ones.</summary>
    public async Task CloseAsync(CancellationToken cancellation)
    {
        while (_isRunning)
            await _run.WaitAsync(cancellation);
        _isClosed = true;
    }

    private void Start()
    {
        _isRunning = true;
        // On the same scheduler, but not in the context of the call that happened to come first: its request context, its place in a chain of calls and its
        // trace are not those of the others.
        using (ExecutionContext.SuppressFlow())
            _run = Task.Factory.StartNew(RunAsync, CancellationToken.None, TaskCreationOptions.DenyChildAttach, TaskScheduler.Current).Unwrap();
    }

    private async Task RunAsync()
    {
        while (_waiting.Count > 0)
        {
            if (linger > TimeSpan.Zero)
                await Task.Delay(linger);
            (_batch, _waiting) = (_waiting, _batch);
            try
            {
                await RunBatchAsync();
            }
            catch (Exception e)
            {
                Fail(e);
            }

            _batch.Clear();
        }

        _isRunning = false;
    }

    private async Task RunBatchAsync()
    {
        foreach (var operation in _batch)
            Apply(operation);
        var hasWritten = log.Count > 0;
        if (hasWritten)
            await CommitAsync();
        foreach (var operation in _batch)
            operation.Answer();
        _batch.Clear();
        if (hasWritten)
            committed();
    }

    private void Apply(PendingOperation<TEntity> operation)
    {
        var before = log.Count;
        var error = operation.Apply(entity);
        if (log.IsOpen || (error is not null && log.Count != before))
            throw new InvalidOperationException($"{typeof(TEntity).Name} failed in the middle of an operation: its state and its log may differ.", error);
    }

    private async Task CommitAsync()
    {
        var count = log.Count;
        var length = await journal.CommitAsync(entity, log.Bytes, count);
        log.Clear();
        JournalMetrics.Committed(_grainType, count, length);
    }

    private void Fail(Exception cause)
    {
        _isClosed = true;
        foreach (var operation in _batch)
            operation.Fail(new OutcomeUnknownException($"Whether an operation of {grain} took effect is unknown: {cause.Message}", cause) { Grain = grain.ToString() });
        foreach (var operation in _waiting)
            operation.Fail(Refusal());
        _waiting.Clear();
        JournalMetrics.Failed(_grainType);
        failed(cause);
    }

    private OutcomeUnknownException Refusal() => new($"The activation of {grain} is being replaced; the operation was not begun.") { Grain = grain.ToString() };
}
