using System.Collections.Immutable;
using ControlPlane.Grains.Interfaces;
using ControlPlane.Grains.Interfaces.Wire;
using Microsoft.Extensions.Options;
using Orleans.Storage;

namespace ControlPlane.Grains.Shaping;

/// <summary>Hands what learners tell to a shaper's thread, answers rewards from a copy of what it knows, and keeps its versions.</summary>
/// <param name="stored">The state.</param>
/// <param name="versions">The versions.</param>
/// <param name="options">How shapers work.</param>
/// <param name="time">The clock.</param>
public sealed class RewardShaperGrain(
    [PersistentState("shaper", "controlplane")] IPersistentState<ShaperState> stored,
    [PersistentState("shaper-versions", "controlplane")] IPersistentState<ShaperVersions> versions,
    IOptions<RewardShaperOptions> options,
    TimeProvider time) : Grain, IRewardShaperGrain
{
    private ShaperThread? _thread;
    private ScoringDesk? _desk;

    private string Key => this.GetPrimaryKeyString();

    private ShaperSetup Setup => stored.State.Setup ?? throw NotConfigured();

    private ShaperThread Learning => _thread ?? throw NotConfigured();

    /// <inheritdoc/>
    public override Task OnActivateAsync(CancellationToken cancellationToken)
    {
        if (stored.State.Layout != ShaperState.PresentLayout)
        {
            throw new NotSupportedException(
                $"The state of the shaper '{Key}' has layout {stored.State.Layout}, written by another version; this one reads and writes {ShaperState.PresentLayout}.");
        }

        return stored.State.Setup is { } setup ? Begin(setup) : Task.CompletedTask;
    }

    /// <inheritdoc/>
    public override Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken)
    {
        _thread?.Dispose();
        return base.OnDeactivateAsync(reason, cancellationToken);
    }

    /// <inheritdoc/>
    public async Task Configure(ShaperSetup setup)
    {
        ArgumentNullException.ThrowIfNull(setup);
        ShaperRules.Require(setup, options.Value);
        if (stored.State.Setup is not { } present)
            await Write(stored.State with { Setup = setup });
        else if (ShaperRules.Difference(present, setup) is { } difference)
            throw new InvalidOperationException($"The shaper '{Key}' is configured already, with another {difference}.");
        if (_thread is null)
            await Begin(setup);
    }

    /// <inheritdoc/>
    public async Task<long> Join()
    {
        _ = Setup;
        await Write(stored.State with { Stream = stored.State.Stream + 1 });
        return stored.State.Stream;
    }

    /// <inheritdoc/>
    public Task<bool> Observe(ShaperDecisionsRecord decisions)
    {
        ArgumentNullException.ThrowIfNull(decisions);
        ShaperMessages.Require(decisions, Setup, options.Value.Queue);
        if (decisions.Stream != stored.State.Stream)
        {
            throw new RefusedException($"The shaper '{Key}' hears learner {stored.State.Stream}, not {decisions.Stream}: whoever was away joins again.")
            {
                Problem = ProblemCode.Conflict, Field = nameof(decisions.Stream),
            };
        }

        return Task.FromResult(Learning.Tell(decisions));
    }

    /// <inheritdoc/>
    public Task<ShaperScoreReply> Score(ShaperBatchRecord batch)
    {
        ArgumentNullException.ThrowIfNull(batch);
        ShaperMessages.Require(batch, Setup);
        return Task.Run(() => _desk!.Shape(batch));
    }

    /// <inheritdoc/>
    public Task<ShaperScoreReply> ShareOut(ShaperWindowRecord window)
    {
        ArgumentNullException.ThrowIfNull(window);
        ShaperMessages.Require(window, Setup);
        return Task.Run(() => _desk!.ShareOut(window));
    }

    /// <inheritdoc/>
    public Task<int> Train(int steps)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(steps, 1);
        return Task.FromResult(Learning.Train(steps));
    }

    /// <inheritdoc/>
    public Task<ShaperStatusRecord> Settled() => Learning.Settled();

    /// <inheritdoc/>
    public Task<ShaperStatusRecord> Status() => Task.FromResult(Learning.Show());

    /// <inheritdoc/>
    public Task<ImmutableArray<ShaperVersionRecord>> Versions() => Task.FromResult<ImmutableArray<ShaperVersionRecord>>([.. versions.State.Versions.Select(v => v.Card)]);

    /// <inheritdoc/>
    public async Task<int> RollBack(int version)
    {
        var found = versions.State.Find(version)
            ?? throw new RefusedException($"The shaper '{Key}' keeps no version {version}; it keeps {string.Join(", ", versions.State.Versions.Select(v => v.Card.Version))}.")
            {
                Problem = ProblemCode.NotFound, Field = nameof(version),
            };
        var (made, problem) = await Learning.RollBack(found);
        return problem is null ? made : throw new RefusedException($"The shaper '{Key}' cannot go back: {problem}") { Problem = ProblemCode.Invalid, Field = nameof(version) };
    }

    private InvalidOperationException NotConfigured() => new($"The shaper '{Key}' is not configured.");

    private async Task Begin(ShaperSetup setup)
    {
        var (kept, settings) = (versions.State, setup.ToSettings());
        // Drawing and reading networks takes a while: not in a turn.
        var (desk, training) = await Task.Run(() =>
        {
            var scoring = new ScoringDesk(settings);
            var learning = new ShaperTraining(settings, options.Value, scoring, time);
            learning.Begin(kept);
            return (scoring, learning);
        });
        if (_thread is not null)
            return;
        (_desk, _thread) = (desk, Start(training, TaskScheduler.Current));
    }

    // The thread asks for a turn of this activation when it has a version to keep.
    private ShaperThread Start(ShaperTraining training, TaskScheduler turns) =>
        new(Key, training, options.Value, made => Task.Factory.StartNew(() => Keep(made), CancellationToken.None, TaskCreationOptions.None, turns).Unwrap(), time);

    private async Task Keep(ShaperCheckpoint made)
    {
        var before = versions.State;
        versions.State = before.With(made, options.Value);
        try
        {
            await versions.WriteStateAsync();
        }
        catch (Exception error)
        {
            versions.State = before;
            // Somebody else writes: the next activation reads what is true.
            if (error is InconsistentStateException)
                DeactivateOnIdle();
            throw;
        }
    }

    private async Task Write(ShaperState next)
    {
        var before = stored.State;
        stored.State = next;
        try
        {
            await stored.WriteStateAsync();
        }
        catch
        {
            stored.State = before;
            DeactivateOnIdle();
            throw;
        }
    }
}
