namespace ControlPlane.Fleet.Control.Node;

/// <summary>A version of the policy.</summary>
internal sealed record PolicyVersion(int Number, PolicyChoice Policy, string Note, double PublishedS, string PublishedBy);
