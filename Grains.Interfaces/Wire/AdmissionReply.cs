namespace ControlPlane.Grains.Interfaces.Wire;

/// <summary>What became of a job that reached a data centre.</summary>
/// <param name="Outcome">What became of it.</param>
/// <param name="Run">Its run, if it started.</param>
/// <param name="Status">The site after the operation.</param>
[GenerateSerializer, Immutable, Alias("controlplane.admission-reply")]
public sealed record AdmissionReply(
    [property: Id(0)] AdmissionCode Outcome,
    [property: Id(1)] RunRecord? Run,
    [property: Id(2)] SiteStatusRecord Status);
