using ControlPlane.Fleet;
using ControlPlane.Fleet.Control;
using ControlPlane.Fleet.Control.Node;
using ControlPlane.Policies.Dispatch.Live;
using ControlPlane.Silo.Embedded.Journal;
using ControlPlane.Silo.Embedded.Node.Deciding;
using ControlPlane.Silo.Embedded.Node.Generation;
using ControlPlane.Silo.Hosting;

namespace ControlPlane.Silo.Embedded.Node;

/// <content>How a node begins, keeps going and ends.</content>
internal sealed partial class EmbeddedNode
{
    private const string Starter = "node";
    private static readonly TimeSpan TickEvery = TimeSpan.FromMilliseconds(250);
    private readonly CancellationTokenSource _stopping = new();
    private JournalHost<ControlNode> _host = null!;
    private Task _ticking = Task.CompletedTask;
    private long _incarnation;

    /// <summary>Ends when the node gave up: its journal needs a person.</summary>
    public Task Completion => _host.Completion;

    /// <summary>Opens a node; a new one is founded with its first policy.</summary>
    /// <param name="storage">Where its journal is kept.</param>
    /// <param name="model">The fleet: for a node that exists, the one it was founded with.</param>
    /// <param name="settings">Its limits.</param>
    /// <param name="first">The policy of a new node.</param>
    /// <param name="load">What policies are told of the load.</param>
    /// <param name="time">The clock.</param>
    /// <param name="dispatch">How batteries are told what to do; null for the defaults, without prices and weather.</param>
    /// <param name="providers">How service providers are run; null for the defaults.</param>
    /// <param name="decisions">How policies decide; null for the defaults.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="JournalStoreException">The journal is open elsewhere, damaged or out of reach.</exception>
    /// <exception cref="ControlException">The policy cannot serve.</exception>
    public static async Task<EmbeddedNode> Open(
        IJournalStorage storage,
        FleetModel model,
        NodeSettings settings,
        PolicyChoice first,
        KnownLoad load,
        TimeProvider time,
        DispatchSettings? dispatch = null,
        ProviderSettings? providers = null,
        DecisionSettings? decisions = null,
        CancellationToken cancellation = default)
    {
        decisions ??= new DecisionSettings();
        var founding = PublishedChoice.Require(first, decisions.FirstModel, model, decisions.Catalog);
        var node = new EmbeddedNode(model, settings, load, time, dispatch ?? new DispatchSettings(), providers ?? new ProviderSettings(), decisions);
        var hooks = new JournalHooks<ControlNode> { Loaded = node.Loaded, Committed = node._news.Tell };
        node._host = await JournalHost.OpenAsync(
            storage, log => new ControlNode(model, settings, log, Interlocked.Increment(ref node._incarnation)), time, hooks: hooks, cancellation: cancellation);
        try
        {
            await node.Found(founding);
        }
        catch
        {
            // Whoever opens it again must find the journal free.
            await node.DisposeAsync();
            throw;
        }

        node._ticking = node.TickForEver();
        return node;
    }

    /// <summary>Takes a snapshot and closes the journal.</summary>
    /// <param name="cancellation">Stops waiting.</param>
    public async Task Close(CancellationToken cancellation)
    {
        await _stopping.CancelAsync();
        await _ticking;
        if (_trainer is not null)
            await _trainer.Close();
        await _host.CloseAsync(cancellation);
        _policy.Dispose();
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        await _ticking;
        await _host.DisposeAsync();
        _policy.Dispose();
        _trainer?.Dispose();
        _dispatch.Dispose();
        _stopping.Dispose();
    }

    private void Loaded(ControlNode node)
    {
        if (!node.IsFounded)
            return;
        node.SetTime(_time.GetUtcNow());
        node.Recovered();
        _news.Tell(node);
    }

    private Task Found(PublishedChoice first) => Ask(node =>
    {
        node.Found(_time.GetUtcNow());
        node.SetTime(_time.GetUtcNow());
        if (node.Life.Active == 0)
            node.Activate(node.Publish(first.Choice, "founded", Starter, first.Model), Starter);
        return true;
    });

    private async Task TickForEver()
    {
        using var timer = new PeriodicTimer(TickEvery, _time);
        try
        {
            while (await timer.WaitForNextTickAsync(_stopping.Token))
                await Tick();
        }
        catch (OperationCanceledException)
        {
            // Stopped.
        }
    }

    // Held jobs are placed some at a time; between two of these operations others have their turn.
    private async Task Tick()
    {
        try
        {
            while (await Do(TickOnce, _stopping.Token))
            {
            }
        }
        catch (ControlException)
        {
            // The journal is away; the next tick asks again.
        }
    }

    private bool TickOnce(ControlNode node, NodeRules rules)
    {
        var isMore = node.Tick(rules);
        _policy.Look(node);
        _dispatch.Look(node);
        _providers.Look(node);
        return isMore;
    }
}
