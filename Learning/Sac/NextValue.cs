namespace ControlPlane.Learning.Sac;

/// <summary>How the value of the next state enters the critics' targets.</summary>
public enum NextValue
{
    /// <summary>The expectation over all valid actions: no noise, but every quantile of every action is needed.</summary>
    Expected,

    /// <summary>One action drawn from the policy: an unbiased sample of the return's distribution, at a fraction of the work.</summary>
    Sampled,
}
