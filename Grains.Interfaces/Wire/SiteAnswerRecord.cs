using System.Collections.Immutable;

namespace ControlPlane.Grains.Interfaces.Wire;

/// <summary>A site's answer to a <see cref="HomeMessageRecord"/>, in its order.</summary>
/// <param name="Assignments">Answers to its assignments.</param>
/// <param name="Withdrawals">Answers to its withdrawals.</param>
[GenerateSerializer, Immutable, Alias("controlplane.site-answer")]
public sealed record SiteAnswerRecord(
    [property: Id(0)] ImmutableArray<AssignmentCode> Assignments,
    [property: Id(1)] ImmutableArray<WithdrawalCode> Withdrawals);
