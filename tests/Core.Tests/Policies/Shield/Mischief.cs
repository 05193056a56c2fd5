namespace ControlPlane.Core.Tests.Policies.Shield;

/// <summary>What a rogue policy does wrong.</summary>
public enum Mischief
{
    /// <summary>Sites that do not exist.</summary>
    NoSuchSite,

    /// <summary>Sites that are lost, draining or full, or that the job may not use.</summary>
    MaskedSite,

    /// <summary>Fewer than no GPUs.</summary>
    NegativeGpus,

    /// <summary>More GPUs than one job may have.</summary>
    TooManyGpus,

    /// <summary>One GPU more than is free, within what one job may have.</summary>
    BusyGpus,

    /// <summary>A clock level that the site does not have.</summary>
    NoSuchClock,

    /// <summary>The least and greatest whole numbers.</summary>
    Extremes,

    /// <summary>Scores that are not numbers.</summary>
    NotANumber,

    /// <summary>Throws now and then, wherever it can.</summary>
    ThrowsAtTimes,

    /// <summary>Throws always, wherever it can.</summary>
    ThrowsAlways,

    /// <summary>Takes long.</summary>
    Slow,

    /// <summary>All of it by turns.</summary>
    Everything,
}
