namespace ControlPlane.Fleet.Jobs;

/// <summary>Where a job is in its life. Every job is in exactly one phase; the ledger counts them.</summary>
public enum JobPhase
{
    /// <summary>At its ingress: accepted, waiting for a site that may take it.</summary>
    Held,

    /// <summary>On the way from an ingress or a site to a site.</summary>
    Transferring,

    /// <summary>In the queue of a site.</summary>
    Queued,

    /// <summary>Running on GPUs of a site.</summary>
    Running,

    /// <summary>Done.</summary>
    Completed,

    /// <summary>Refused on submission: no site may ever run it.</summary>
    Rejected,

    /// <summary>Withdrawn by its submitter.</summary>
    Cancelled,
}
