namespace ControlPlane.Simulation.Signals.Files;

/// <summary>Where a value lies that a file gives with a time.</summary>
internal enum SampleKind
{
    /// <summary>It is the mean of the slot that begins then.</summary>
    SlotStart,

    /// <summary>It is the mean of the slot that ends then.</summary>
    SlotEnd,

    /// <summary>It was taken then.</summary>
    Instant,
}
