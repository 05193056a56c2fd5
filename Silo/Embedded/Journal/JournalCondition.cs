namespace ControlPlane.Silo.Embedded.Journal;

/// <summary>Whether a host takes operations.</summary>
public enum JournalCondition
{
    /// <summary>It takes operations.</summary>
    Serving,

    /// <summary>A commit failed: it refuses operations until the state is loaded from the store again.</summary>
    Recovering,

    /// <summary>It has given up and refuses operations for good.</summary>
    Failed,

    /// <summary>It was closed.</summary>
    Closed,
}
