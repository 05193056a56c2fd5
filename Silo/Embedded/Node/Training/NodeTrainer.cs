using ControlPlane.Fleet;
using ControlPlane.Fleet.Control.Policies;
using ControlPlane.Fleet.Decisions;
using ControlPlane.Fleet.Jobs;
using ControlPlane.Fleet.Randomness;
using ControlPlane.Policies.Catalog;
using ControlPlane.Policies.Learned.Live;
using ControlPlane.Policies.Threads;

namespace ControlPlane.Silo.Embedded.Node.Training;

/// <summary>
/// A node's trainer, which is told of every decision that takes effect and learns on a thread of its own. Nobody waits for it: when it is behind, decisions are dropped and
/// counted. Used on the node's loop only, but for <see cref="Show"/> and <see cref="Close"/>.
/// </summary>
internal sealed class NodeTrainer : IDecisionWatcher, IDisposable
{
    private static readonly TimeSpan ClosingPatience = TimeSpan.FromSeconds(5);
    private readonly CancellationTokenSource _closing = new();
    private readonly ViewThread<TrainerWork> _thread;
    private readonly TrainerMetrics _metrics;
    private volatile TrainerWork? _work;
    private ViewMirror? _mirror;
    private double _originS = double.NaN;
    private long _missed;

    /// <summary>Begins.</summary>
    /// <param name="model">The fleet.</param>
    /// <param name="settings">How it learns.</param>
    /// <param name="load">What is known of the load beforehand.</param>
    /// <param name="host">Where its versions go.</param>
    /// <param name="catalog">The policies that there are.</param>
    /// <param name="time">The clock.</param>
    public NodeTrainer(FleetModel model, TrainerSettings settings, KnownLoad load, ITrainedHost host, IReadOnlyList<PolicyDescriptor> catalog, TimeProvider time)
    {
        var judge = new HeldOutJudge(settings.Scenario, settings.HeldOutJobs, catalog);
        var file = settings.Checkpoint is { } path ? new TrainerFile(path) : null;
        var closing = _closing.Token;
        _thread = new(
            "trainer",
            model,
            view =>
            {
                var training = new LiveTraining(model, settings, judge, host, file, time, closing);
                var context = new PolicyContext(view, new RandomStream(load.Seed, "trainer"), Shared: null, load.MeanSizeUnits, load.UnitsPerS);
                return _work = new TrainerWork(training, training.Join(context));
            },
            settings.Queue,
            time);
        _metrics = new TrainerMetrics(Show);
    }

    /// <summary>The node's state was loaded: its view is another one.</summary>
    /// <param name="view">The node's view.</param>
    public void Follow(FleetView view) => _mirror = new ViewMirror(view);

    /// <summary>The view forgot its listeners.</summary>
    public void Subscribe() => _mirror?.Subscribe();

    /// <inheritdoc/>
    public void Decided(in Job job, SiteSet? preferred, FleetView view, in Placement placement, ReadOnlySpan<RankedOption> options)
    {
        if (!_thread.HasRoom || _closing.IsCancellationRequested)
        {
            Interlocked.Increment(ref _missed);
            return;
        }

        // What is learned does not depend on how long ago the node was founded.
        if (double.IsNaN(_originS))
            _originS = view.NowS;
        var asked = preferred is not null && !placement.IsHold && preferred.Contains(placement.Site) ? job with { Constraint = preferred } : job;
        var (done, missed, nowS) = (placement, Interlocked.Exchange(ref _missed, 0), view.NowS - _originS);
        _thread.Post(nowS, _mirror!.Take(), (work, _) => work.Training.Follow(work.Stream, asked, done, missed, nowS));
    }

    /// <summary>How it gets on. On any thread.</summary>
    public TrainerView Show()
    {
        if (_work is not { } work)
            return new TrainerView(IsOn: true);
        var shown = work.Training.Show();
        return shown with { Dropped = shown.Dropped + Interlocked.Read(ref _missed), Waiting = _thread.Waiting };
    }

    /// <summary>Lets it keep its state, and ends it. What still waits for it is not learned from.</summary>
    public async Task Close()
    {
        if (_closing.IsCancellationRequested)
            return;
        await _closing.CancelAsync();
        var kept = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _thread.Post(0, [], (work, _) =>
        {
            work.Training.Keep();
            kept.SetResult();
        });
        // One that stalls is left behind.
        await Task.WhenAny(kept.Task, Task.Delay(ClosingPatience));
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _closing.Cancel();
        _thread.Abandon();
        _metrics.Dispose();
    }
}
