using ControlPlane.Fleet.Generation;

namespace ControlPlane.Policies.Generation.Learned;

/// <summary>What of a setting decides how wide states and actions are, and how large its numbers.</summary>
/// <param name="Providers">Names of the providers, in their order.</param>
/// <param name="Deadlines">Deadline classes, ≥ 1.</param>
/// <param name="Steps">Numbers of denoising steps to choose from, rising.</param>
/// <param name="JobsPerSlot">Jobs of a usual slot, all origins together, &gt; 0.</param>
public sealed record SchedulingShape(IReadOnlyList<string> Providers, int Deadlines, IReadOnlyList<int> Steps, double JobsPerSlot)
{
    /// <summary>Pairs of provider and number of steps.</summary>
    public int Actions => Providers.Count * Steps.Count;

    /// <summary>Decisions of a usual slot: one for each origin and deadline class.</summary>
    public int DecisionsPerSlot => Providers.Count * Deadlines;

    /// <summary>Checks that a decision is of this shape.</summary>
    /// <param name="view">The decision.</param>
    /// <exception cref="ArgumentException">It is not; the message says what differs.</exception>
    public void Require(GenerationView view)
    {
        ArgumentNullException.ThrowIfNull(view);
        if (view.ProviderCount == Providers.Count && view.Steps.SequenceEqual(Steps) && view.Cohort.DeadlineClass < Deadlines)
            return;
        throw new ArgumentException(
            $"The model was trained for {Providers.Count} providers, {Deadlines} deadline classes and steps {string.Join(", ", Steps)}: these are {view.ProviderCount}, "
            + $"at least {view.Cohort.DeadlineClass + 1} and {string.Join(", ", view.Steps)}.",
            nameof(view));
    }

    /// <summary>The decision of a pair.</summary>
    /// <param name="action">The pair, provider · numbers of steps + index of the steps.</param>
    public GenerationDecision DecisionOf(int action) => new(action / Steps.Count, Steps[action % Steps.Count]);

    /// <summary>The pair of two indices.</summary>
    /// <param name="provider">Provider index.</param>
    /// <param name="choice">Index of the number of steps.</param>
    public int ActionOf(int provider, int choice) => provider * Steps.Count + choice;

    /// <summary>The pair nearest to one that is feasible: another number of steps there, the fewer of two alike; else the first feasible one of the next provider.</summary>
    /// <param name="action">The pair.</param>
    /// <param name="mask">Which pairs are feasible; at least one.</param>
    internal int Feasible(int action, ReadOnlySpan<bool> mask)
    {
        var (provider, choice) = (action / Steps.Count, action % Steps.Count);
        for (var away = 0; away < Steps.Count; away++)
        {
            if (choice - away >= 0 && mask[action - away])
                return action - away;
            if (choice + away < Steps.Count && mask[action + away])
                return action + away;
        }

        return Feasible((provider + 1) % Providers.Count * Steps.Count, mask);
    }

    /// <summary>The pair of two numbers in [-1, 1] (aigc-energy.md, section 4).</summary>
    internal int ActionOfNumbers(float provider, float steps) => ActionOf(Place(provider, Providers.Count), Place(steps, Steps.Count));

    /// <summary>Two numbers in the middle of those that are rounded to a pair.</summary>
    internal void NumbersOf(int action, Span<double> numbers)
    {
        numbers[0] = 2 * (action / Steps.Count + 0.5) / Providers.Count - 1;
        numbers[1] = 2 * (action % Steps.Count + 0.5) / Steps.Count - 1;
    }

    private static int Place(float number, int places) => Math.Clamp((int)((number + 1) * places / 2), 0, places - 1);
}
