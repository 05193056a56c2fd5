namespace ControlPlane.Learning.Shaping;

/// <summary>What a reward shaper makes of what it has learned.</summary>
public enum ShapingMode
{
    /// <summary>Nothing: rewards stay as they are.</summary>
    None,

    /// <summary>
    /// Return decomposition: every decision of a window between two pay-outs is given its part of the pay-out, as it is expected after such a state and action (guidance rewards,
    /// Gangwani, Zhou and Peng, NeurIPS 2020). Not policy-invariant in general.
    /// </summary>
    Decomposition,

    /// <summary>
    /// A potential: the rewards expected within a horizon, learned as a function of the state (Ng, Harada and Russell, ICML 1999). The best policies stay the best.
    /// </summary>
    Potential,
}
