namespace ControlPlane.Simulation.Engine;

/// <summary>Kinds of events in the event loop.</summary>
public enum LoopEventKind
{
    /// <summary>A job of a process arrives; A = ingress, B = generation of the ingress's process.</summary>
    Arrival,

    /// <summary>The next job of the trace arrives.</summary>
    TraceArrival,

    /// <summary>A transfer ends; A = ingress, B = slot, C = generation.</summary>
    Delivery,

    /// <summary>A run ends; A = site, B = slot, C = generation.</summary>
    Finish,

    /// <summary>A scenario event; A = its index.</summary>
    Scenario,

    /// <summary>A GPU fails at random; A = index of the failure process, B = generation.</summary>
    GpuFailure,

    /// <summary>A randomly failed GPU is repaired; A = index of the failure process.</summary>
    GpuRepair,

    /// <summary>All sites report.</summary>
    Status,

    /// <summary>A slot of energy ends.</summary>
    EnergySlot,

    /// <summary>The power cap is checked.</summary>
    PowerCap,

    /// <summary>A site's true factors change; A = site.</summary>
    Drift,

    /// <summary>The time series takes a sample.</summary>
    Sample,

    /// <summary>A day ends.</summary>
    Day,
}
