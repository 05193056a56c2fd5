namespace ControlPlane.Policies.Learned.Live;

/// <summary>What is taken to follow a decision when its value is worked out.</summary>
public enum NextDecision
{
    /// <summary>The best, softly: the value of whoever learns. For those who try out what they learn: an option that is never taken is never found to be dear.</summary>
    Best,

    /// <summary>What was taken: the value of whoever decides, which a policy that minds the prices is a step better than.</summary>
    Taken,
}
