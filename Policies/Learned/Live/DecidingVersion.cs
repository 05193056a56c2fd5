using ControlPlane.Policies.Catalog;

namespace ControlPlane.Policies.Learned.Live;

/// <summary>The version that decides.</summary>
/// <param name="Policy">Its policy with its model.</param>
/// <param name="Waiting">Newer versions of the trainer.</param>
public sealed record DecidingVersion(PolicySpec Policy, int Waiting);
