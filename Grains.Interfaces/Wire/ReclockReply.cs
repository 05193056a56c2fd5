namespace ControlPlane.Grains.Interfaces.Wire;

/// <summary>A running job got another clock.</summary>
/// <param name="Before">The run that ended.</param>
/// <param name="Run">The run that goes on.</param>
/// <param name="Status">The site after the operation.</param>
[GenerateSerializer, Immutable, Alias("controlplane.reclock-reply")]
public sealed record ReclockReply(
    [property: Id(0)] RunRecord Before,
    [property: Id(1)] RunRecord Run,
    [property: Id(2)] SiteStatusRecord Status);
