namespace ControlPlane.Simulation.Scenarios;

/// <summary>What a scenario can do to its fleet.</summary>
public enum ScenarioEventKind
{
    /// <summary>A site is lost: its jobs fall back to their checkpoints and are placed anew.</summary>
    LoseSite,

    /// <summary>A lost site comes back.</summary>
    RecoverSite,

    /// <summary>A site takes no new jobs; its waiting jobs are placed anew.</summary>
    DrainSite,

    /// <summary>A draining site takes jobs again.</summary>
    ResumeSite,

    /// <summary><c>Count</c> GPUs of a site fail.</summary>
    FailGpus,

    /// <summary><c>Count</c> failed GPUs of a site are repaired.</summary>
    RepairGpus,

    /// <summary><c>Count</c> running jobs of a site, lowest slots first, are preempted with a checkpoint and resume from the head of the queue.</summary>
    PreemptJobs,

    /// <summary>The job with number <c>Count</c> is withdrawn.</summary>
    CancelJob,

    /// <summary>From now on all arrival rates are multiplied by <c>Factor</c> (instead of the factor before).</summary>
    SetLoad,
}
