using System.Numerics;
using ControlPlane.Learning.Checkpoints;
using ControlPlane.Learning.Replay;

namespace ControlPlane.Learning.Shaping;

/// <summary>
/// Learns from decisions and pay-outs what a decision was worth, and puts it into the rewards that a critic learns from, afresh in every batch. Told of decisions in their order,
/// of one world at a time.
/// </summary>
/// <typeparam name="T">float to train, double to check.</typeparam>
public interface IRewardShaper<T> : ICheckpointed
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>Whether enough is known: before, rewards stay as they are.</summary>
    bool IsReady { get; }

    /// <summary>A decision was taken.</summary>
    /// <param name="state">The state decided in.</param>
    /// <param name="action">The action.</param>
    void Decided(ReadOnlySpan<float> state, int action);

    /// <summary>What came of it.</summary>
    /// <param name="reward">Its reward.</param>
    /// <param name="isPayOut">Whether the decisions since the last pay-out are paid with it: it may be 0 all the same.</param>
    /// <param name="isEnd">Whether nothing follows.</param>
    void Paid(double reward, bool isPayOut, bool isEnd);

    /// <summary>One step of learning.</summary>
    /// <returns>The loss, in squared deviations of the labels; NaN while no decision has a label.</returns>
    double Train();

    /// <summary>Puts what was learned into the rewards of a batch.</summary>
    /// <param name="batch">States as they were told, not scaled; its rewards are changed.</param>
    void Shape(TransitionBatch<T> batch);

    /// <summary>
    /// Shares out what a window paid among its decisions: to each what is expected after such a state and action, and of what is then left over or missing an equal part, so that the sum
    /// is what was paid. Rewards shared out so have the same return as those paid at the end, without discount, and thereby the same best policies (RUDDER, Arjona-Medina et al., NeurIPS 2019).
    /// </summary>
    /// <param name="states">The window's states, decisions x features.</param>
    /// <param name="actions">Its actions.</param>
    /// <param name="paid">What it paid.</param>
    /// <param name="rewards">As many as actions; written.</param>
    void ShareOut(ReadOnlySpan<float> states, ReadOnlySpan<int> actions, double paid, Span<double> rewards);
}
