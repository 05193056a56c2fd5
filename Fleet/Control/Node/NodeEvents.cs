namespace ControlPlane.Fleet.Control.Node;

/// <summary>What can happen in a node. The numbers are on disk; the words are what readers of events see.</summary>
internal static class NodeEvents
{
    public const byte Submitted = 1;
    public const byte Held = 2;
    public const byte Queued = 3;
    public const byte Started = 4;
    public const byte Completed = 5;
    public const byte Returned = 6;
    public const byte Failed = 7;
    public const byte CancelRequested = 8;
    public const byte Cancelled = 9;
    public const byte AgentRegistered = 10;
    public const byte AgentLost = 11;
    public const byte DrainBegun = 12;
    public const byte DrainEnded = 13;
    public const byte PolicyPublished = 14;
    public const byte PolicyActivated = 15;
    public const byte Attempted = 16;
    public const byte Shielded = 17;
    public const byte Limited = 18;
    public const byte SlotClosed = 19;
    public const byte OverrideBegun = 20;
    public const byte OverrideEnded = 21;
    public const byte ProviderDrained = 22;
    public const byte ProviderResumed = 23;
    public const byte PolicyShadow = 24;
    public const byte PolicyCanary = 25;
    public const byte PolicyRolledBack = 26;
    public const byte PolicyTakenOut = 27;

    private static readonly string[] Words =
    [
        "", "submitted", "held", "queued", "started", "completed", "returned", "failed", "cancel-requested", "cancelled", "agent-registered", "agent-lost", "drain-begun", "drain-ended",
        "policy-published", "policy-activated", "attempt-failed", "shielded",
        "gpu-limit", "energy-slot", "battery-override", "battery-released",
        "provider-drained", "provider-resumed",
        "policy-shadow", "policy-canary", "policy-rolled-back", "policy-taken-out",
    ];

    /// <summary>Whether there is such an event.</summary>
    public static bool IsKnown(byte kind) => kind >= 1 && kind < Words.Length;

    /// <summary>The word for it.</summary>
    public static string Word(byte kind) => Words[kind];
}
