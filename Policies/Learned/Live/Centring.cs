namespace ControlPlane.Policies.Learned.Live;

/// <summary>Of what the mean is taken off the costs, so that what is left is what a state is better or worse than usual.</summary>
public enum Centring
{
    /// <summary>What was taken: for those who take what they learn to be best.</summary>
    Taken,

    /// <summary>
    /// What is best at the prices learned so far: for those who learn from others. Whoever decides worse has a greater mean, every decision that follows the prices would then
    /// gain the difference, and the value of what follows, which is their sum over an hour, would drown the prices.
    /// </summary>
    Best,
}
