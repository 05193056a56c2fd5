namespace ControlPlane.Policies.Learned.Live;

/// <summary>What a decision of somebody else's was to those who learn from it.</summary>
public enum Followed
{
    /// <summary>One of the options: it is learned from.</summary>
    Learned,

    /// <summary>The job was held where no site could take it: there was nothing to decide.</summary>
    Held,

    /// <summary>None of the options: a hold in spite of room, a site without room while others have some, or GPUs that are not told apart. Nothing is learned from it.</summary>
    Outside,
}
