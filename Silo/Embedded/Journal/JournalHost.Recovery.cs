using System.Runtime.ExceptionServices;

namespace ControlPlane.Silo.Embedded.Journal;

/// <content>How the state is restored, at the start and after a failure.</content>
public sealed partial class JournalHost<TState>
{
    // Failures since the last commit that succeeded.
    private int _failures;

    private async Task RecoverAsync(Exception cause)
    {
        _metrics.Failed();
        SetHealth(JournalCondition.Recovering, cause.Message);
        EndBatch(cause);
        while (true)
        {
            RefuseQueued();
            try
            {
                await PauseAsync();
                await LoadAsync(_closing.Token);
                return;
            }
            catch (JournalStoreException e) when (e.Fault != JournalFault.Unusable)
            {
                cause = e;
                SetHealth(JournalCondition.Recovering, cause.Message);
            }
            catch (OperationCanceledException) when (_closing.IsCancellationRequested)
            {
                ExceptionDispatchInfo.Throw(cause);
            }
        }
    }

    // The first attempt comes at once; a store that fails again and again is left in peace for longer and longer.
    private Task PauseAsync()
    {
        var pause = _failures == 0 ? TimeSpan.Zero : NextPause();
        _failures++;
        return Task.Delay(pause, _time, _closing.Token);
    }

    private TimeSpan NextPause()
    {
        var pause = _options.FirstPause * Math.Pow(2, Math.Clamp(Volatile.Read(ref _failures) - 1, 0, 20));
        return pause < _options.LongestPause ? pause : _options.LongestPause;
    }

    private async Task LoadAsync(CancellationToken cancellation)
    {
        await CloseStoreAsync();
        _store = await _storage.OpenAsync(cancellation);
        _log.Clear();
        _state = _create(_log);
        var snapshot = await _store.ReadSnapshotAsync();
        if (snapshot is not null)
            JournalReplay.Snapshot(_storage.Place, snapshot, _state);
        _number = snapshot?.Number ?? 0;
        _bytesSinceSnapshot = 0;
        await foreach (var batch in _store.ReadBatchesAsync(_number))
            Replay(batch);
        // What the state machine reports while it is restored is stored already.
        _log.Clear();
        _isWriting = false;
        _snapshots.Found(snapshot);
        _hooks.Loaded?.Invoke(_state);
        SetHealth(JournalCondition.Serving, null);
    }

    private void Replay(in JournalBatch batch)
    {
        JournalReplay.Batch(_storage.Place, batch, _state);
        _number = batch.Number;
        _bytesSinceSnapshot += batch.Operations.Length;
        _log.Clear();
    }

    // What was not yet being written, or was refused by the store's fence, is certain not to be stored.
    private void EndBatch(Exception cause)
    {
        var isUnknown = _isWriting && cause is not JournalStoreException { Fault: JournalFault.Fenced };
        var refusal = new Refusal(RefusalReason.Unavailable, $"The operation was not performed: {cause.Message}", NextPause());
        foreach (var operation in _batch)
            operation.Fail(isUnknown ? new OutcomeUnknownException($"Whether the operation took effect is unknown: {cause.Message}", cause) : new NotPerformedException(refusal, cause));
        if (!isUnknown && _batch.Count > 0)
            _metrics.Refused(refusal.Reason, _batch.Count);
        _batch.Clear();
    }

    private void RefuseQueued()
    {
        var count = 0;
        for (; _queue.Reader.TryRead(out var operation); count++)
            operation.Fail(new NotPerformedException(Refuse()));
        if (count > 0)
            _metrics.Refused(Refuse().Reason, count);
    }

    private void SetHealth(JournalCondition condition, string? reason)
    {
        _health = new JournalHealth(condition, reason, _time.GetUtcNow());
        _hooks.HealthChanged?.Invoke(_health);
    }

    private async Task CloseStoreAsync()
    {
        if (_store is not { } store)
            return;
        _store = null;
        await store.DisposeAsync();
    }

    private async Task ReleaseAsync()
    {
        await CloseStoreAsync();
        _metrics.Dispose();
    }
}
