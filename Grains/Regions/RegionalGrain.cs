using ControlPlane.Fleet.Journal;
using ControlPlane.Grains.Journal;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace ControlPlane.Grains.Regions;

/// <summary>
/// A durable part of a region that lives on when its silo is lost: a reminder brings it back, and what it still has to send follows from its state.
/// </summary>
/// <typeparam name="TEntity">The entity.</typeparam>
public abstract class RegionalGrain<TEntity> : JournalledGrain<TEntity>, IRemindable
    where TEntity : class, IJournalled
{
    private const string Alive = "alive";
    private const int MostRaises = 30;
    private Region? _region;
    private bool _isAwake;
    private bool _isLeaving;

    /// <summary>Its region.</summary>
    protected Region Region => _region ?? throw new InvalidOperationException($"{this.GetGrainId()} is not loaded yet.");

    /// <summary>Its own name: a key is region, kind and name with slashes between them.</summary>
    protected string Name => this.GetPrimaryKeyString().Split('/', 3)[^1];

    /// <summary>The present in seconds.</summary>
    protected double NowS => Region.Clock.NowS;

    /// <summary>How it works.</summary>
    protected LiveOptions Options => ServiceProvider.GetRequiredService<IOptions<LiveOptions>>().Value;

    /// <inheritdoc/>
    public override async Task OnActivateAsync(CancellationToken cancellationToken)
    {
        _region = await ServiceProvider.GetRequiredService<RegionDirectory>().Get(this.GetPrimaryKeyString().Split('/', 3)[0]);
        await base.OnActivateAsync(cancellationToken);
    }

    /// <inheritdoc/>
    public override Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken)
    {
        _isLeaving = true;
        return base.OnDeactivateAsync(reason, cancellationToken);
    }

    /// <summary>Makes sure that a reminder brings the grain back. Whoever takes jobs does so before it answers.</summary>
    public async Task Wake()
    {
        if (!_isAwake && await this.GetReminder(Alive) is null)
            await this.RegisterOrUpdateReminder(Alive, Options.RemindEvery, Options.RemindEvery);
        _isAwake = true;
    }

    /// <inheritdoc/>
    public Task ReceiveReminder(string reminderName, TickStatus status) => Task.CompletedTask;

    /// <summary>
    /// Sends one message after the other until there is none: a message that cannot be delivered, or whose answer does not come, is made anew and sent again.
    /// </summary>
    /// <param name="first">The first message.</param>
    /// <param name="deliver">Sends a message, takes in its answer and makes the next one; null when there is none.</param>
    /// <param name="again">Makes the message anew.</param>
    protected async Task SendAll<TMessage>(TMessage? first, Func<TMessage, Task<TMessage?>> deliver, Func<Task<TMessage?>> again)
        where TMessage : class
    {
        ArgumentNullException.ThrowIfNull(deliver);
        ArgumentNullException.ThrowIfNull(again);
        var failures = 0;
        for (var message = first; message is not null && !_isLeaving;)
        {
            try
            {
                message = failures == 0 ? await deliver(message) : await Again(failures, deliver, again);
                failures = 0;
            }
            catch (Exception error)
            {
                var log = ServiceProvider.GetRequiredService<ILoggerFactory>().CreateLogger(GetType());
                if (failures++ == 0 && log.IsEnabled(LogLevel.Debug))
                    log.LogDebug(error, "{Grain} sends a message again.", this.GetGrainId());
            }
        }
    }

    /// <summary>What runs here goes on at once, not when the next reminder comes.</summary>
    protected override void OnGivenUp()
    {
        var successor = GrainFactory.GetGrain(this.GetGrainId()).AsReference<IRemindable>();
        var (retryAfter, time) = (Options.RetryAfter, ServiceProvider.GetRequiredService<TimeProvider>());
        // Detached from this activation, which goes.
        _ = Task.Run(() => Raise(successor, retryAfter, time));
    }

    // The storage that failed may fail again when the successor loads. The reminder comes in any case.
    private static async Task Raise(IRemindable successor, TimeSpan retryAfter, TimeProvider time)
    {
        for (var attempt = 0; attempt < MostRaises; attempt++)
        {
            try
            {
                await successor.ReceiveReminder(Alive, default);
                return;
            }
            catch (Exception)
            {
                await Task.Delay(retryAfter * Math.Pow(2, Math.Min(attempt, 4)), time);
            }
        }
    }

    private async Task<TMessage?> Again<TMessage>(int failures, Func<TMessage, Task<TMessage?>> deliver, Func<Task<TMessage?>> again)
        where TMessage : class
    {
        await Task.Delay(Options.RetryAfter * Math.Pow(2, Math.Min(failures - 1, 4)), ServiceProvider.GetRequiredService<TimeProvider>());
        return await again() is { } message ? await deliver(message) : null;
    }
}
