namespace ControlPlane.Fleet.Protocol;

/// <summary>What ends the runs of a site.</summary>
public enum RunEnd
{
    /// <summary>Time does: a run is over when its time has come, as the site's model says.</summary>
    ByTime,

    /// <summary>The site's agent does: a run lasts until it is reported done or failed.</summary>
    ByReport,
}
