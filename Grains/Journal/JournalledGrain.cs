using ControlPlane.Fleet.Journal;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Orleans.Concurrency;
using Orleans.Storage;

namespace ControlPlane.Grains.Journal;

/// <summary>
/// Hosts an entity whose operations are durable before they are answered. Calls interleave, so that many can wait for one write; operations on the entity do
/// not. A derived class is reentrant by inheritance and touches the entity only inside <see cref="Perform{T}"/>.
/// </summary>
/// <typeparam name="TEntity">The entity.</typeparam>
/// <remarks>
/// When a write fails its outcome is unknown, and the entity may be ahead of the storage: all callers that wait get an
/// <see cref="Interfaces.Wire.OutcomeUnknownException"/>, nothing runs any more and the activation goes. The next call finds a new one, with the state that is stored.
/// </remarks>
[Reentrant]
public abstract class JournalledGrain<TEntity> : Grain
    where TEntity : class, IJournalled
{
    private readonly OperationBuffer _log = new();
    private OperationPump<TEntity>? _pump;

    /// <summary>Where the entity reports its operations. Given to it in <see cref="Create"/>.</summary>
    protected IOperationLog Log => _log;

    /// <inheritdoc/>
    public override async Task OnActivateAsync(CancellationToken cancellationToken)
    {
        await base.OnActivateAsync(cancellationToken);
        var options = ServiceProvider.GetRequiredService<IOptions<JournalOptions>>().Value;
        var storage = ServiceProvider.GetRequiredKeyedService<IGrainStorage>(options.Storage);
        var journal = new GrainJournal(storage, this.GetGrainId(), options.SegmentBytes);
        var entity = Create();
        await journal.LoadAsync(entity);
        // What an entity reports while it is restored is stored already.
        _log.Clear();
        _pump = new OperationPump<TEntity>(this.GetGrainId(), entity, _log, journal, options.Linger, () => OnCommitted(entity), GiveUp);
        await OnLoaded(entity, cancellationToken);
    }

    /// <inheritdoc/>
    public override async Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken)
    {
        if (_pump is not null)
            await _pump.CloseAsync(cancellationToken);
        await base.OnDeactivateAsync(reason, cancellationToken);
    }

    /// <summary>
    /// Runs an operation on the entity, alone, in the order of the calls, and answers when all that it did and saw is durable. It runs outside the caller's
    /// request context.
    /// </summary>
    /// <param name="operation">The operation: synchronous and short. Its result must not refer to state of the entity that later operations change.</param>
    /// <returns>
    /// What the operation returned, or threw: an operation that throws has changed nothing. An <see cref="Interfaces.Wire.OutcomeUnknownException"/> if that
    /// could not be made durable.
    /// </returns>
    protected Task<T> Perform<T>(Func<TEntity, T> operation)
    {
        ArgumentNullException.ThrowIfNull(operation);
        return (_pump ?? throw new InvalidOperationException($"{this.GetGrainId()} is not loaded yet.")).Perform(operation);
    }

    /// <summary>The entity before its first operation. The journal is replayed onto it: what it is must not change from build to build.</summary>
    protected abstract TEntity Create();

    /// <summary>The entity is as it is stored; no call has reached it.</summary>
    /// <param name="entity">The entity, to be read only.</param>
    /// <param name="cancellationToken">Cancelled when activation takes too long.</param>
    protected virtual Task OnLoaded(TEntity entity, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Operations became durable: for example, what the entity has to send may be sent now. An exception is treated as a failed write.</summary>
    /// <param name="entity">The entity, to be read only; all of it is durable.</param>
    protected virtual void OnCommitted(TEntity entity)
    {
    }

    /// <summary>A write failed: nothing runs here any more and the activation goes. Whoever does work unasked sees to it that there is another one.</summary>
    protected virtual void OnGivenUp()
    {
    }

    private void GiveUp(Exception cause)
    {
        ServiceProvider.GetRequiredService<ILoggerFactory>().CreateLogger(GetType()).LogWarning(cause, "{Grain} is replaced: its state could not be made durable.", this.GetGrainId());
        DeactivateOnIdle();
        OnGivenUp();
    }
}
