namespace ControlPlane.Fleet.Control.Node;

/// <summary>A version of the policy.</summary>
internal sealed record PolicyVersion(int Number, PolicyChoice Policy, string Note, double PublishedS, string PublishedBy)
{
    /// <summary>Placements, holds and starts that it decided.</summary>
    public long Decisions { get; set; }

    /// <summary>Those of them that the shield replaced.</summary>
    public long Replaced { get; set; }
}
