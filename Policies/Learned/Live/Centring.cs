namespace ControlPlane.Policies.Learned.Live;

/// <summary>Of what the mean is taken off the costs, so that what is left is what a state is better or worse than usual.</summary>
public enum Centring
{
    /// <summary>What was taken: for those who take what they learn to be best.</summary>
    Taken,

    /// <summary>
    /// What is best, with what capacity is worth: for those who learn from others. The value of what follows then begins and stays near 0. Around another mean it would drift
    /// for hours, and take the prices with it: down from the dearer mean of one who decides worse, up from that of the bare costs.
    /// </summary>
    Best,
}
