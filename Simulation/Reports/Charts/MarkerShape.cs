namespace ControlPlane.Simulation.Reports.Charts;

/// <summary>The shape that marks the points of a series. The first eight are filled, the last four are outlines.</summary>
public enum MarkerShape
{
    /// <summary>Filled circle.</summary>
    Circle,

    /// <summary>Filled square.</summary>
    Square,

    /// <summary>Filled triangle, point up.</summary>
    Triangle,

    /// <summary>Filled diamond.</summary>
    Diamond,

    /// <summary>Filled triangle, point down.</summary>
    TriangleDown,

    /// <summary>Upright cross.</summary>
    Plus,

    /// <summary>Diagonal cross.</summary>
    Cross,

    /// <summary>Filled pentagon.</summary>
    Pentagon,

    /// <summary>Circle, outline only.</summary>
    HollowCircle,

    /// <summary>Square, outline only.</summary>
    HollowSquare,

    /// <summary>Triangle, outline only.</summary>
    HollowTriangle,

    /// <summary>Diamond, outline only.</summary>
    HollowDiamond,
}
