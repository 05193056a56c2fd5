using ControlPlane.Grains.Interfaces.Wire;

namespace ControlPlane.Grains.Shaping;

/// <summary>What a shaper accepts as a message: one number that is none would spoil all that it has learned.</summary>
internal static class ShaperMessages
{
    private const int MostRows = 65_536;

    /// <summary>Refuses decisions that are not of the shaper's shape.</summary>
    /// <param name="told">The decisions.</param>
    /// <param name="setup">The shaper's.</param>
    /// <param name="most">The most of a message.</param>
    /// <exception cref="ArgumentException">They are not.</exception>
    public static void Require(ShaperDecisionsRecord told, ShaperSetup setup, int most)
    {
        if (told.Number < 1)
            throw new ArgumentException($"Messages are numbered from 1: this one is {told.Number}.", nameof(told));
        if (told.Decisions.IsDefault || told.Decisions.Length > most)
            throw new ArgumentException($"A message has at most {most} decisions.", nameof(told));
        Require(told.Before);
        for (var i = 0; i < told.Decisions.Length; i++)
        {
            var decision = told.Decisions[i];
            RequireStates(decision.State.AsSpan(), rows: 1, setup);
            RequireAction(decision.Action, setup);
            if (decision.Outcome is null && i < told.Decisions.Length - 1)
                throw new ArgumentException($"Decision {i} of message {told.Number} has no outcome: only the last one may have none.", nameof(told));
            Require(decision.Outcome);
        }
    }

    /// <summary>Refuses a batch that is not of the shaper's shape.</summary>
    /// <param name="batch">The batch.</param>
    /// <param name="setup">The shaper's.</param>
    /// <exception cref="ArgumentException">It is not.</exception>
    public static void Require(ShaperBatchRecord batch, ShaperSetup setup)
    {
        RequireRows(batch.States.AsSpan(), batch.Actions.AsSpan(), setup);
        RequireStates(batch.NextStates.AsSpan(), batch.Actions.Length, setup);
        if (batch.Rewards.AsSpan().Length != batch.Actions.Length || batch.Discounts.AsSpan().Length != batch.Actions.Length)
            throw new ArgumentException($"{batch.Actions.Length} transitions have as many rewards and discounts, not {batch.Rewards.AsSpan().Length} and {batch.Discounts.AsSpan().Length}.", nameof(batch));
    }

    /// <summary>Refuses a window that is not of the shaper's shape.</summary>
    /// <param name="window">The window.</param>
    /// <param name="setup">The shaper's.</param>
    /// <exception cref="ArgumentException">It is not.</exception>
    public static void Require(ShaperWindowRecord window, ShaperSetup setup)
    {
        RequireRows(window.States.AsSpan(), window.Actions.AsSpan(), setup);
        if (!double.IsFinite(window.Paid))
            throw new ArgumentException($"What a window paid is a number, not {window.Paid}.", nameof(window));
    }

    private static void RequireRows(ReadOnlySpan<float> states, ReadOnlySpan<int> actions, ShaperSetup setup)
    {
        if (actions.Length is < 1 or > MostRows)
            throw new ArgumentException($"There must be 1 to {MostRows} rows, not {actions.Length}.", nameof(actions));
        RequireStates(states, actions.Length, setup);
        foreach (var action in actions)
            RequireAction(action, setup);
    }

    private static void RequireStates(ReadOnlySpan<float> states, int rows, ShaperSetup setup)
    {
        if (states.Length != rows * setup.Features)
            throw new ArgumentException($"{rows} states of this shaper have {rows} x {setup.Features} numbers, not {states.Length}.", nameof(states));
        foreach (var number in states)
        {
            if (!float.IsFinite(number))
                throw new ArgumentException($"A state is made of numbers, not {number}.", nameof(states));
        }
    }

    private static void RequireAction(int action, ShaperSetup setup)
    {
        if ((uint)action >= (uint)setup.Actions)
            throw new ArgumentException($"An action of this shaper is 0 to {setup.Actions - 1}, not {action}.", nameof(action));
    }

    private static void Require(ShaperOutcomeRecord? outcome)
    {
        if (outcome is not null && !double.IsFinite(outcome.Reward))
            throw new ArgumentException($"A reward is a number, not {outcome.Reward}.", nameof(outcome));
    }
}
