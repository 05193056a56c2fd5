namespace ControlPlane.Fleet.Events;

/// <summary>What can happen in a fleet. The numbers are part of the event-log format and never change.</summary>
public enum FleetEventKind
{
    /// <summary>A job is submitted at an ingress; value = size in units.</summary>
    Submitted = 1,

    /// <summary>A job is refused for good.</summary>
    Rejected = 2,

    /// <summary>A job leaves its ingress for a site; value = transfer time in seconds.</summary>
    Sent = 3,

    /// <summary>A job stays at its ingress until something changes.</summary>
    Held = 4,

    /// <summary>A job joins a site's queue.</summary>
    Queued = 5,

    /// <summary>A job starts; value = work left in units.</summary>
    Started = 6,

    /// <summary>A job is done; value = energy of its last run in joules.</summary>
    Completed = 7,

    /// <summary>A site that was lost, draining or full sends an arriving job back.</summary>
    Refused = 8,

    /// <summary>A running job is taken off its GPUs; value = work left in units.</summary>
    Interrupted = 9,

    /// <summary>A waiting job leaves a site that is lost or draining.</summary>
    Evicted = 10,

    /// <summary>A job is withdrawn.</summary>
    Cancelled = 11,

    /// <summary>A site is lost.</summary>
    SiteLost = 12,

    /// <summary>A lost site is back.</summary>
    SiteBack = 13,

    /// <summary>A site begins to drain.</summary>
    DrainBegun = 14,

    /// <summary>A site takes jobs again.</summary>
    DrainEnded = 15,

    /// <summary>A GPU fails.</summary>
    GpuFailed = 16,

    /// <summary>A GPU is repaired.</summary>
    GpuRepaired = 17,

    /// <summary>A slot of a site's energy ends; value = what it cost, USD.</summary>
    EnergySettled = 18,

    /// <summary>A running job gets another clock; value = work left in units.</summary>
    Reclocked = 19,

    /// <summary>A slot of a site with a battery ends; value = energy in its cells, kWh.</summary>
    BatteryStored = 20,
}
