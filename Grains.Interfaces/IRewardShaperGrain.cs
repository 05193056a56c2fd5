using System.Collections.Immutable;
using ControlPlane.Grains.Interfaces.Wire;
using Orleans.Concurrency;

namespace ControlPlane.Grains.Interfaces;

/// <summary>
/// Owner of a reward shaper: its versions, and the pay-outs that it learns from. It learns on a thread beside its turns; rewards are answered meanwhile from what it knows. The key is
/// the region's or the trainer's name. Kept are versions, each so many steps after the one before: one that is lost goes on from the newest.
/// </summary>
[Alias("controlplane.IRewardShaperGrain")]
public interface IRewardShaperGrain : IGrainWithStringKey
{
    /// <summary>Configures the shaper. Doing so again with an equal setup changes nothing.</summary>
    /// <param name="setup">What it is configured with.</param>
    /// <exception cref="ArgumentException">A setting is out of range; the message says which.</exception>
    /// <exception cref="InvalidOperationException">It is configured with something else; the message says what differs.</exception>
    [Alias("Configure")]
    Task Configure(ShaperSetup setup);

    /// <summary>A learner joins. One is heard at a time, since the decisions of two would be mixed into windows that nobody had: who joined before is refused from now on.</summary>
    /// <returns>Number of its stream, greater than all before.</returns>
    [Alias("Join")]
    Task<long> Join();

    /// <summary>
    /// A learner tells what it decided and what came of it. A message that came before is ignored. Where one is missing, the decisions that waited for their labels never get one, nor, where
    /// pay-outs are decomposed, do those up to the next pay-out.
    /// </summary>
    /// <param name="decisions">Its decisions.</param>
    /// <returns>Whether it was taken: false where too many decisions wait; it may be told again then.</returns>
    /// <exception cref="ArgumentException">The message is not of the shaper's shape.</exception>
    /// <exception cref="RefusedException">Another learner joined later.</exception>
    [Alias("Observe")]
    Task<bool> Observe(ShaperDecisionsRecord decisions);

    /// <summary>Shapes rewards with what is known now; it waits for no learning.</summary>
    /// <param name="batch">The transitions, at most 65 536.</param>
    /// <exception cref="ArgumentException">The batch is not of the shaper's shape.</exception>
    [AlwaysInterleave, Alias("Score")]
    Task<ShaperScoreReply> Score(ShaperBatchRecord batch);

    /// <summary>Shares out a pay-out with what is known now, so that the parts add up to it; it waits for no learning.</summary>
    /// <param name="window">The window, of at most 65 536 decisions.</param>
    /// <exception cref="ArgumentException">The window is not of the shaper's shape.</exception>
    [AlwaysInterleave, Alias("ShareOut")]
    Task<ShaperScoreReply> ShareOut(ShaperWindowRecord window);

    /// <summary>Asks for steps of learning, after what was told and asked before.</summary>
    /// <param name="steps">How many, ≥ 1.</param>
    /// <returns>How many were queued: fewer where too many wait.</returns>
    [Alias("Train")]
    Task<int> Train(int steps);

    /// <summary>Waits until all is done that was told and asked before. Where that takes longer than a call may, it times out and is asked again.</summary>
    [AlwaysInterleave, Alias("Settled")]
    Task<ShaperStatusRecord> Settled();

    /// <summary>How it gets on.</summary>
    [AlwaysInterleave, Alias("Status")]
    Task<ShaperStatusRecord> Status();

    /// <summary>The versions that are kept, oldest first.</summary>
    [AlwaysInterleave, Alias("Versions")]
    Task<ImmutableArray<ShaperVersionRecord>> Versions();

    /// <summary>Goes back to what an older version had learned, as a new version. Labels stay: they are what happened.</summary>
    /// <param name="version">The version.</param>
    /// <returns>The new version.</returns>
    /// <exception cref="RefusedException">No such version is kept, or it cannot be read.</exception>
    [AlwaysInterleave, Alias("RollBack")]
    Task<int> RollBack(int version);
}
