namespace ControlPlane.Grains.Tests.Live;

/// <summary>How often the jobs of a test may have run.</summary>
internal enum RunsPerJob
{
    /// <summary>Each was started once and done.</summary>
    One,

    /// <summary>Some were started again or withdrawn; each was done at most once.</summary>
    Interrupted,

    /// <summary>Some were done twice, because a lease ended before the site could say that they were done; each counts once.</summary>
    Repeated,
}
