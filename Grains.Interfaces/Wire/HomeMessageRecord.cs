using System.Collections.Immutable;

namespace ControlPlane.Grains.Interfaces.Wire;

/// <summary>What the home of jobs tells a site.</summary>
/// <param name="Home">Index of the ingress.</param>
/// <param name="Epoch">Number of the lease.</param>
/// <param name="LeaseEndS">When the lease ends.</param>
/// <param name="SettledBelow">Lesser tokens are settled.</param>
/// <param name="Assignments">Jobs for the site.</param>
/// <param name="Withdrawals">Jobs to let go of.</param>
[GenerateSerializer, Immutable, Alias("controlplane.home-message")]
public sealed record HomeMessageRecord(
    [property: Id(0)] int Home,
    [property: Id(1)] long Epoch,
    [property: Id(2)] double LeaseEndS,
    [property: Id(3)] long SettledBelow,
    [property: Id(4)] ImmutableArray<AssignmentRecord> Assignments,
    [property: Id(5)] ImmutableArray<WithdrawalRecord> Withdrawals);
