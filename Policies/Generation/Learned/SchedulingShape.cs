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
}
