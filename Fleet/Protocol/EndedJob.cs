using ControlPlane.Fleet.Jobs;

namespace ControlPlane.Fleet.Protocol;

/// <summary>What a home remembers of a job that has ended.</summary>
/// <param name="Job">The job.</param>
/// <param name="SizeUnits">Its size: another job under the same number is told apart by it.</param>
/// <param name="Phase">Completed, cancelled or rejected.</param>
/// <param name="EndedS">When it ended.</param>
/// <param name="Site">The site that completed it; -1 if none did.</param>
public readonly record struct EndedJob(JobId Job, double SizeUnits, JobPhase Phase, double EndedS, int Site);
