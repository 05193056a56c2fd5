namespace ControlPlane.Fleet.Sites;

/// <summary>What became of a job that reached a data centre.</summary>
public enum AdmitOutcome
{
    /// <summary>It runs.</summary>
    Started,

    /// <summary>It waits in the queue.</summary>
    Queued,

    /// <summary>The site is lost, draining or full: the job goes back to its ingress.</summary>
    Refused,
}
