namespace ControlPlane.Grains.Interfaces.Wire;

/// <summary>How a job left a site. The numbers never change.</summary>
[GenerateSerializer, Alias("controlplane.report-code")]
public enum ReportCode
{
    /// <summary>It is done.</summary>
    Completed = 0,

    /// <summary>It was sent away with what is left of it.</summary>
    Returned = 1,

    /// <summary>Its home withdrew it.</summary>
    Withdrawn = 2,
}
