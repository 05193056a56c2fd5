namespace ControlPlane.Fleet.Generation;

/// <summary>How the queue before the GPUs of a provider is modelled.</summary>
public enum QueueKind
{
    /// <summary>As a fluid, spread over the slot.</summary>
    Fluid,

    /// <summary>Job by job, first in first out, before a whole number of GPUs.</summary>
    Fifo,
}
