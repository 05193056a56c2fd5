namespace ControlPlane.Policies.Shield;

/// <summary>A policy whose decisions rest on a score, for example of a network: a score that is not a number makes the decision void.</summary>
public interface IScoredPolicy
{
    /// <summary>The score on which its last placement or allocation rests.</summary>
    double DecisionScore { get; }
}
