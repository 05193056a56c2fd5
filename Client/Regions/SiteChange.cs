namespace ControlPlane.Client.Regions;

/// <summary>What an operator does to a site.</summary>
internal enum SiteChange
{
    /// <summary>It takes no new jobs; waiting ones go back to their ingresses, running ones finish.</summary>
    Drain,

    /// <summary>It takes jobs again after a drain.</summary>
    Resume,

    /// <summary>It is lost, with all its jobs.</summary>
    Fail,

    /// <summary>It comes back after a loss, empty.</summary>
    Recover,
}
