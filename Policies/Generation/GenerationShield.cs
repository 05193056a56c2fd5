using ControlPlane.Fleet.Generation;

namespace ControlPlane.Policies.Generation;

/// <summary>Stands between a rule and the providers: what is infeasible or fails is replaced by the decision of a fall-back rule, and counted.</summary>
/// <param name="fallback">Decides in place of the rule; least loaded with 10 steps unless told otherwise.</param>
public sealed class GenerationShield(IGenerationPolicy? fallback = null)
{
    private static readonly GenerationDecision Nothing = new(-1, 0);
    private readonly IGenerationPolicy _fallback = fallback ?? new LeastLoadedGeneration(10);

    /// <summary>Decisions that were replaced.</summary>
    public long Replaced { get; private set; }

    /// <summary>Of these, decisions in place of which the rule threw an error.</summary>
    public long Failed { get; private set; }

    /// <summary>Asks a rule.</summary>
    /// <param name="policy">The rule.</param>
    /// <param name="view">What is known.</param>
    /// <returns>What it says; a decision that does not exist where it throws.</returns>
    public GenerationDecision Ask(IGenerationPolicy policy, GenerationView view)
    {
        ArgumentNullException.ThrowIfNull(policy);
        try
        {
            return policy.Decide(view);
        }
        catch (Exception error) when (error is not OutOfMemoryException)
        {
            Failed++;
            return Nothing;
        }
    }

    /// <summary>Checks a decision, whoever took it.</summary>
    /// <param name="view">What is known.</param>
    /// <param name="said">The decision.</param>
    /// <returns>What takes effect: feasible, if anything is; else at the origin, as fast as it goes.</returns>
    public GenerationDecision Check(GenerationView view, in GenerationDecision said)
    {
        ArgumentNullException.ThrowIfNull(view);
        if (view.IsFeasible(said))
            return said;
        var last = view.LastResort;
        if (!view.HasFeasible() && said == last)
            return last;
        Replaced++;
        var instead = _fallback.Decide(view);
        return view.IsFeasible(instead) ? instead : last;
    }
}
