using ControlPlane.Policies.Catalog;

namespace ControlPlane.Silo.Embedded.Node.Training;

/// <summary>The version that decides.</summary>
/// <param name="Policy">Its policy with its model.</param>
/// <param name="Waiting">Newer versions of the trainer.</param>
internal sealed record DecidingVersion(PolicySpec Policy, int Waiting);
