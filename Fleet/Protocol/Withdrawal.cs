using ControlPlane.Fleet.Jobs;

namespace ControlPlane.Fleet.Protocol;

/// <summary>A home's wish that a site lets go of a job.</summary>
/// <param name="Token">Token of the assignment.</param>
/// <param name="Job">The job.</param>
public readonly record struct Withdrawal(long Token, JobId Job);
