namespace ControlPlane.Silo.Http.Keys;

/// <summary>What a key may do. Each of the first four may do what those before it may; an agent's key does nothing but its agent's work.</summary>
public enum Role
{
    /// <summary>Reads jobs, sites, policies, the ledger, events, metrics.</summary>
    Viewer,

    /// <summary>Also submits and withdraws jobs.</summary>
    Submitter,

    /// <summary>Also changes sites, publishes and activates policies, reads the audit log.</summary>
    Operator,

    /// <summary>Also makes and ends keys.</summary>
    Admin,

    /// <summary>Registers the agent of one site and beats for it.</summary>
    Agent,
}
