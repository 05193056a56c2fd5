namespace ControlPlane.Fleet.Control.Generation;

/// <summary>What decides which provider runs generation jobs: its host's rule, behind the shield.</summary>
public interface IGenerationRule
{
    /// <summary>Decides.</summary>
    /// <param name="question">What is known.</param>
    GenerationVerdict Decide(GenerationQuestion question);
}
