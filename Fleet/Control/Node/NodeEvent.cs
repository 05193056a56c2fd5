using ControlPlane.Fleet.Jobs;

namespace ControlPlane.Fleet.Control.Node;

/// <summary>An event as a node keeps it.</summary>
/// <param name="Number">Its number.</param>
/// <param name="Kind">One of <see cref="NodeEvents"/>.</param>
/// <param name="AtS">When.</param>
/// <param name="Job">Number of the job; 0 if it is about none.</param>
/// <param name="JobName">Id of the job; empty if it is about none. Kept because a job is forgotten before its events are.</param>
/// <param name="Site">Site index; -1 if it is about none.</param>
/// <param name="Detail">More, for people.</param>
internal readonly record struct NodeEvent(long Number, byte Kind, double AtS, JobId Job, string JobName, int Site, string Detail);
