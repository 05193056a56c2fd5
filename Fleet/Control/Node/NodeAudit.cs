namespace ControlPlane.Fleet.Control.Node;

/// <summary>An entry of the audit log as a node keeps it.</summary>
internal sealed record NodeAudit(long Number, double AtS, string Actor, string Action, string Subject, string Detail);
