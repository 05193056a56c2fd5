namespace ControlPlane.Planning.MixedInteger;

/// <summary>Settings of <see cref="BranchAndBound"/> beyond those of every solver.</summary>
public sealed record BranchAndBoundSettings
{
    /// <summary>Most nodes of the search tree, at least 1; null for no limit but the time's.</summary>
    public long? NodeLimit { get; init; }

    /// <summary>Throws unless every setting is in its range.</summary>
    internal void Check()
    {
        if (NodeLimit is < 1) throw new ArgumentOutOfRangeException(nameof(NodeLimit), NodeLimit, "NodeLimit must be at least 1.");
    }
}
