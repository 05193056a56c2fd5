namespace ControlPlane.Policies.Learned.Live;

/// <summary>Of what the mean is taken off the costs, so that what is left is what a state is better or worse than usual.</summary>
public enum Centring
{
    /// <summary>What was taken: for those who take what they learn to be best, and for those who know nothing yet.</summary>
    Taken,

    /// <summary>
    /// What is best: for those who begin with prices that were learned, and follow others. The value of what follows is then near what it was. Around the dearer mean of one who
    /// decides worse it would drift for hours, and take the prices with it.
    /// </summary>
    Best,
}
