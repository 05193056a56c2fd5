using ControlPlane.Fleet.Generation;

namespace ControlPlane.Policies.Generation;

/// <summary>Decides which provider runs a cohort and with how many denoising steps. An instance serves one day and one thread.</summary>
public interface IGenerationPolicy
{
    /// <summary>Decides.</summary>
    /// <param name="view">What is known.</param>
    GenerationDecision Decide(GenerationView view);

    /// <summary>How every option of the decision scores now. Changes nothing, draws nothing.</summary>
    /// <param name="view">What is known.</param>
    GenerationExplanation Explain(GenerationView view);
}
