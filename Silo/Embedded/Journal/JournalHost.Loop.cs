using ControlPlane.Fleet.Journal;

namespace ControlPlane.Silo.Embedded.Journal;

/// <content>The loop that alone touches the state and the store.</content>
public sealed partial class JournalHost<TState>
{
    // Weight of the last batch in the pace.
    private const double Newest = 0.2;

    private readonly OperationBuffer _log = new();
    private readonly List<PendingOperation<TState>> _batch = [];
    private readonly SnapshotWork _snapshots;
    private IJournalStore? _store;
    private TState _state = null!;
    private long _number;
    private long _bytesSinceSnapshot;
    private long _bytesAtSnapshot;
    private long _postponedTo;
    private bool _isWriting;

    private bool BatchIsFull => _batch.Count >= _options.MostOperations || _log.Bytes.Length >= _options.MostBytes;

    private bool SnapshotIsDue =>
        !_snapshots.IsActive && _bytesSinceSnapshot > Math.Max(Math.Max(_options.LeastSnapshotBytes, (long)_options.SnapshotRatio * _snapshots.StoredBytes), _postponedTo);

    private async Task RunAsync()
    {
        try
        {
            while (await HasWorkAsync())
                await TurnAsync();
            if (!_isAbandoned)
                await TakeLastSnapshotAsync();
            SetHealth(JournalCondition.Closed, "The node was closed.");
        }
        catch (Exception e)
        {
            SetHealth(JournalCondition.Failed, e.Message);
            throw;
        }
        finally
        {
            _queue.Writer.TryComplete();
            RefuseQueued();
            await ReleaseAsync();
        }
    }

    private async ValueTask<bool> HasWorkAsync() => !_isAbandoned && (_snapshots.IsActive || await _queue.Reader.WaitToReadAsync());

    private async Task TurnAsync()
    {
        try
        {
            await RunBatchAsync();
            if (SnapshotIsDue)
                BeginSnapshot();
            if (_snapshots.IsActive)
                await StepAsync();
        }
        catch (Exception e)
        {
            await RecoverAsync(e);
        }
    }

    private async Task RunBatchAsync()
    {
        var begun = _time.GetTimestamp();
        while (!BatchIsFull && _queue.Reader.TryRead(out var operation))
        {
            _batch.Add(operation);
            Apply(operation);
        }

        if (_batch.Count == 0)
            return;
        var hasWritten = _log.Count > 0;
        if (hasWritten)
            await CommitAsync(begun);
        foreach (var operation in _batch)
            operation.Answer();
        NotePace(_time.GetElapsedTime(begun).TotalSeconds / _batch.Count);
        _batch.Clear();
        if (hasWritten)
            _hooks.Committed?.Invoke(_state);
    }

    private void Apply(PendingOperation<TState> operation)
    {
        var before = _log.Count;
        var error = operation.Apply(_state);
        if (_log.IsOpen || (error is not null && _log.Count != before))
            throw new InvalidOperationException($"{typeof(TState).Name} failed in the middle of an operation: its state and its log may differ.", error);
    }

    private async Task CommitAsync(long begun)
    {
        var batch = new JournalBatch(_number + 1, _log.Count, _log.Bytes);
        _isWriting = true;
        await _store!.AppendAsync(batch);
        _isWriting = false;
        _number = batch.Number;
        _bytesSinceSnapshot += batch.Operations.Length;
        _failures = 0;
        _metrics.Committed(batch.Count, batch.Operations.Length, _time.GetElapsedTime(begun));
        _log.Clear();
    }

    private void BeginSnapshot()
    {
        var begun = _time.GetTimestamp();
        _snapshots.Begin(_state, _number);
        (_bytesAtSnapshot, _bytesSinceSnapshot) = (_bytesSinceSnapshot, 0);
        _metrics.SnapshotBegun(_time.GetElapsedTime(begun));
    }

    private async Task StepAsync()
    {
        // A disk may have room for batches and not for a snapshot: the next attempt comes when the journal is twice as long.
        var postponedTo = 2 * (_bytesAtSnapshot + _bytesSinceSnapshot);
        try
        {
            await _snapshots.StepAsync(_store!);
            _postponedTo = 0;
        }
        catch
        {
            _postponedTo = postponedTo;
            throw;
        }
    }

    private async Task TakeLastSnapshotAsync()
    {
        if (_bytesSinceSnapshot == 0)
            return;
        for (BeginSnapshot(); _snapshots.IsActive;)
            await _snapshots.StepAsync(_store!);
    }

    private void NotePace(double operationS) => Volatile.Write(ref _operationS, (1 - Newest) * _operationS + Newest * operationS);
}
