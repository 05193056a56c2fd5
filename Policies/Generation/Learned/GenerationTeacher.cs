namespace ControlPlane.Policies.Generation.Learned;

/// <summary>A rule that takes the first decisions.</summary>
/// <param name="shape">The setting.</param>
/// <param name="rule">The rule; null for none.</param>
/// <param name="decisions">How many.</param>
internal sealed class GenerationTeacher(SchedulingShape shape, IGenerationPolicy? rule, long decisions)
{
    /// <summary>The pair that it says; null where it says nothing, or nothing feasible.</summary>
    /// <param name="view">What is known.</param>
    /// <param name="taken">Decisions taken so far.</param>
    public int? Says(GenerationView view, long taken)
    {
        if (taken >= decisions || rule is null)
            return null;
        var said = rule.Decide(view);
        return view.IsFeasible(said) ? shape.ActionOf(said.Provider, view.StepOf(said.Steps)) : null;
    }
}
