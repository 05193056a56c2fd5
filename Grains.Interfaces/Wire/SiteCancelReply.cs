namespace ControlPlane.Grains.Interfaces.Wire;

/// <summary>Whether a data centre had the job that is withdrawn.</summary>
/// <param name="Found">Whether it had it.</param>
/// <param name="Run">Its run, if it was running.</param>
/// <param name="Status">The site after the operation.</param>
[GenerateSerializer, Immutable, Alias("controlplane.site-cancel-reply")]
public sealed record SiteCancelReply(
    [property: Id(0)] bool Found,
    [property: Id(1)] RunRecord? Run,
    [property: Id(2)] SiteStatusRecord Status);
