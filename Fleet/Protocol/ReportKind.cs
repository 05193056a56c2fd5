namespace ControlPlane.Fleet.Protocol;

/// <summary>How a job left a site. The numbers are on disk.</summary>
public enum ReportKind
{
    /// <summary>It is done.</summary>
    Completed = 0,

    /// <summary>It was sent away with what is left of it: the site drains, was lost, or its lease ended.</summary>
    Returned = 1,

    /// <summary>Its home withdrew it.</summary>
    Withdrawn = 2,
}
