using System.Threading.Channels;
using ControlPlane.Fleet.Journal;

namespace ControlPlane.Silo.Embedded.Journal;

/// <summary>
/// Hosts one state machine whose operations are durable before they are answered. Operations run one after the other; all that arrive while a commit is under way share
/// the next one, and each is answered, also one that only reads, when everything that it saw is durable.
/// </summary>
/// <typeparam name="TState">The state machine.</typeparam>
/// <remarks>
/// When a commit fails its outcome is unknown and the state may be ahead of the store: the operations of the batch end with an <see cref="OutcomeUnknownException"/>, and
/// the state is loaded from the store anew before anything else runs. Until then operations are refused, with a <see cref="Refusal"/>: they had no effect.
/// </remarks>
public sealed partial class JournalHost<TState> : IAsyncDisposable
    where TState : class, IJournalled
{
    private readonly IJournalStorage _storage;
    private readonly Func<IOperationLog, TState> _create;
    private readonly JournalHooks<TState> _hooks;
    private readonly JournalHostOptions _options;
    private readonly TimeProvider _time;
    private readonly Channel<PendingOperation<TState>> _queue;
    private readonly CancellationTokenSource _closing = new();
    private readonly JournalMetrics _metrics;
    private Task _loop = Task.CompletedTask;
    private volatile JournalHealth _health;
    private volatile bool _isAbandoned;
    private double _operationS;

    private JournalHost(IJournalStorage storage, Func<IOperationLog, TState> create, TimeProvider time, JournalHostOptions options, JournalHooks<TState> hooks)
    {
        (_storage, _create, _time, _options, _hooks) = (storage, create, time, options, hooks);
        _queue = Channel.CreateBounded<PendingOperation<TState>>(new BoundedChannelOptions(options.Capacity) { SingleReader = true });
        _snapshots = new SnapshotWork(options.PartBytes);
        _metrics = new JournalMetrics(() => QueueLength);
        _health = new JournalHealth(JournalCondition.Recovering, "The state is being loaded.", time.GetUtcNow());
    }

    /// <summary>Whether it takes operations.</summary>
    public JournalHealth Health => _health;

    /// <summary>Operations that wait for a commit to begin.</summary>
    public int QueueLength => _queue.Reader.Count;

    /// <summary>Ends when the host does; faulted when it gave up.</summary>
    public Task Completion => _loop;

    /// <summary>Opens the journal and restores the state: <see cref="JournalHost.OpenAsync"/>.</summary>
    internal static async Task<JournalHost<TState>> StartAsync(
        IJournalStorage storage, Func<IOperationLog, TState> create, TimeProvider time, JournalHostOptions options, JournalHooks<TState> hooks, CancellationToken cancellation)
    {
        var host = new JournalHost<TState>(storage, create, time, options, hooks);
        try
        {
            await host.LoadAsync(cancellation);
        }
        catch
        {
            await host.ReleaseAsync();
            throw;
        }

        host.Start();
        return host;
    }

    /// <summary>Runs an operation and answers when all that it did and saw is durable.</summary>
    /// <param name="operation">
    /// The operation: synchronous and short. Its result must not refer to state that later operations change. One that throws must have changed nothing.
    /// </param>
    /// <returns>What the operation returned or threw.</returns>
    /// <exception cref="NotPerformedException">It was refused and had no effect.</exception>
    /// <exception cref="OutcomeUnknownException">Its commit failed.</exception>
    public ValueTask<T> Perform<T>(Func<TState, T> operation) =>
        TryPerform(operation, out var answer, out var refusal) ? answer : ValueTask.FromException<T>(new NotPerformedException(refusal!));

    /// <summary>The same, without an exception for what is refused at once: a host under overload refuses many.</summary>
    /// <param name="operation">The operation, as above.</param>
    /// <param name="answer">What the operation returned or threw, when it was taken.</param>
    /// <param name="refusal">Why it was not taken.</param>
    /// <returns>Whether it was taken. One that was taken can still be refused later, when the store fails before it has run.</returns>
    public bool TryPerform<T>(Func<TState, T> operation, out ValueTask<T> answer, out Refusal? refusal)
    {
        ArgumentNullException.ThrowIfNull(operation);
        var pending = new PendingOperation<TState, T>(operation);
        var isTaken = _health.Condition == JournalCondition.Serving && _queue.Writer.TryWrite(pending);
        answer = isTaken ? new ValueTask<T>(pending.Task) : default;
        refusal = isTaken ? null : Refuse();
        if (!isTaken)
            _metrics.Refused(refusal!.Reason, 1);
        return isTaken;
    }

    /// <summary>Refuses further operations, lets all that wait run, takes a snapshot and closes the journal.</summary>
    /// <param name="cancellation">Stops waiting, not closing.</param>
    /// <exception cref="JournalStoreException">The store failed meanwhile. Everything that was answered is durable.</exception>
    public Task CloseAsync(CancellationToken cancellation = default)
    {
        // What is written is written: only a recovery that may take for ever is given up.
        if (!_closing.IsCancellationRequested)
            _closing.Cancel();
        _queue.Writer.TryComplete();
        return _loop.WaitAsync(cancellation);
    }

    /// <summary>Stops without a snapshot and refuses what waits. Everything that was answered is durable.</summary>
    public async ValueTask DisposeAsync()
    {
        _isAbandoned = true;
        await CloseAsync().ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _closing.Dispose();
    }

    private void Start()
    {
        // Not in the context of whoever opened it.
        using (ExecutionContext.SuppressFlow())
            _loop = Task.Run(RunAsync);
    }

    private Refusal Refuse() => _health switch
    {
        { Condition: JournalCondition.Failed, Reason: var reason } => new Refusal(RefusalReason.Failed, $"The node has given up: {reason}", null),
        _ when _closing.IsCancellationRequested => new Refusal(RefusalReason.Closed, "The node is closing.", null),
        { Condition: JournalCondition.Recovering, Reason: var reason } => new Refusal(RefusalReason.Unavailable, $"The journal cannot be written: {reason}", NextPause()),
        _ => new Refusal(RefusalReason.Busy, $"{_options.Capacity} operations wait already.", TimeToDrain()),
    };

    // As long as the operations that wait take at the present pace.
    private TimeSpan TimeToDrain() => TimeSpan.FromSeconds(Math.Clamp(QueueLength * Volatile.Read(ref _operationS), 0.1, 30));
}
