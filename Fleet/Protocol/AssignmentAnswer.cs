namespace ControlPlane.Fleet.Protocol;

/// <summary>A site's answer to an assignment. The same assignment always gets the same answer, however often it is delivered.</summary>
public enum AssignmentAnswer
{
    /// <summary>The site has the job, or had it: it runs or waits here, or its report is on the way.</summary>
    Taken,

    /// <summary>The site does not take the job: it is lost, draining or full.</summary>
    Refused,

    /// <summary>The assignment is out of date: the home has settled it, withdrawn it, or its lease is over. It has no effect.</summary>
    Stale,
}
